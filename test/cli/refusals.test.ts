import { expect, test } from "vitest";
import { pipelineText, type Repository, repository } from "./repository.ts";

/** What a refused run must be: nothing written, a code, a place and an advice, and the same as JSON. */
function expectRefusal(
  repo: Repository,
  expected: { code: string; exit: number; place?: string; advice: string | RegExp },
): void {
  const before = repo.files();
  const pretty = repo.cicl("synth");
  expect(pretty.err).toContain(`error ${expected.code}: `);
  expect(pretty.err).toMatch(expected.advice);
  if (expected.place !== undefined) expect(pretty.err).toContain(`--> ${expected.place}`);
  expect(pretty.err).toContain("Nothing was written.");
  expect(pretty.out).toBe("");
  expect(pretty.code).toBe(expected.exit);
  expect(repo.files()).toEqual(before);
  const json = repo.cicl("synth", "--format", "json");
  const { diagnostics } = JSON.parse(json.out);
  expect(diagnostics.map((diagnostic: { readonly code: string }) => diagnostic.code)).toContain(expected.code);
  expect(json.code).toBe(expected.exit);
}

test("a syntax error is shown at its place", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub").replace('"hub", {', '"hub" {') });
  expectRefusal(repo, { code: "CICL1002", exit: 2, place: "pipeline.ts:5:31", advice: "Correct the syntax" });
  expect(repo.cicl("synth").err).toContain('5 | export default pipeline("hub" {');
});

test("an exception is shown at the line that threw it", () => {
  const text = `${pipelineText("hub")}\nconst settings: { port?: { name: string } } = {};\nexport const port = settings.port!.name;\n`;
  const repo = repository({ "services/hub/pipeline.ts": text });
  expectRefusal(repo, {
    code: "CICL1004",
    exit: 2,
    place: "services/hub/pipeline.ts:11:",
    advice: /Loading services\/hub\/pipeline\.ts threw TypeError: Cannot read properties of undefined/,
  });
});

test("an import that leads nowhere is refused", () => {
  const repo = repository({
    "pipeline.ts": `import { x } from "./helprs.ts";\n${pipelineText(`hub`)}\nexport { x };\n`,
  });
  expectRefusal(repo, {
    code: "CICL1003",
    exit: 2,
    place: "pipeline.ts:1:19",
    advice: "relative to the importing file",
  });
});

test("a misspelt part of cicl is refused with the right one", () => {
  const repo = repository({
    "pipeline.ts": `import { x } from "cicl/gate";\n${pipelineText("hub")}\nexport const y = x;\n`,
  });
  expectRefusal(repo, { code: "CICL1003", exit: 2, place: "pipeline.ts:1:", advice: 'Did you mean "cicl/gates"' });
});

test("a misspelt name of cicl is refused with the right one", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub").replaceAll("stage", "stagee") });
  expectRefusal(repo, { code: "CICL1003", exit: 2, place: "pipeline.ts:7:", advice: 'Did you mean "stage"' });
});

test("a missing default export is refused with what to export", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub").replace("export default", "export const hub =") });
  expectRefusal(repo, { code: "CICL1005", exit: 2, place: "pipeline.ts:1:1", advice: "export default hub;" });
});

test.each([
  ["a string", '"hub"', 'the string "hub"'],
  ["an object", '{ name: "hub" }', "an object with name"],
  ["an array of something else", "[1]", "an array that holds the number 1 at 0"],
  ["an empty array", "[]", "an empty array"],
  ["a function of nothing", "() => undefined", "undefined"],
])("%s as default export is refused", (_, value, described) => {
  const repo = repository({ "pipeline.ts": `export default ${value};\n` });
  expectRefusal(repo, { code: "CICL1005", exit: 2, place: "pipeline.ts:1:1", advice: "Fix: Export what pipeline(" });
  expect(repo.cicl("synth").err).toContain(`is ${described}, not a pipeline`);
});

test("awaiting at the top level is refused with the way to do it", () => {
  const repo = repository({ "pipeline.ts": `${pipelineText("hub")}\nawait Promise.resolve();\n` });
  expectRefusal(repo, { code: "CICL1002", exit: 2, place: "pipeline.ts:10:1", advice: "export default async" });
});

test.each(["Date.now()", "new Date()", "Math.random()", "crypto.randomUUID()"])(
  "%s while loading is refused",
  (expression) => {
    const repo = repository({ "pipeline.ts": `const x = ${expression};\n${pipelineText("hub")}\nexport { x };\n` });
    expectRefusal(repo, {
      code: "CICL1007",
      exit: 2,
      place: "pipeline.ts:1:",
      advice: "Read such a value when the job runs",
    });
  },
);

test("leaving the process while loading is refused", () => {
  const repo = repository({ "pipeline.ts": `process.exit(0);\n${pipelineText("hub")}` });
  expectRefusal(repo, { code: "CICL1004", exit: 2, place: "pipeline.ts:1:", advice: "Throw an error instead" });
});

test("a promise that is rejected unseen is refused", () => {
  const repo = repository({ "pipeline.ts": `Promise.reject(new Error("lost"));\n${pipelineText("hub")}` });
  expectRefusal(repo, { code: "CICL1004", exit: 2, place: "pipeline.ts:1:", advice: "Error: lost" });
});

test("a repository without pipelines is refused", () => {
  expectRefusal(repository({ "README.md": "" }), { code: "CICL1001", exit: 2, advice: "Create a pipeline.ts" });
});

test("two pipelines of one name are refused", () => {
  const repo = repository({ "a/pipeline.ts": pipelineText("hub"), "b/pipeline.ts": pipelineText("hub") });
  expectRefusal(repo, { code: "CICL1010", exit: 1, place: "b/pipeline.ts:5:16", advice: "Rename one of them" });
});

test("a file that cicl didn't write is never overwritten", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub"), ".github/workflows/hub.yml": "name: mine\n" });
  expectRefusal(repo, {
    code: "CICL1012",
    exit: 1,
    place: ".github/workflows/hub.yml",
    advice: "delete or move the file",
  });
  expect(repo.read(".github/workflows/hub.yml")).toBe("name: mine\n");
});

test("a file where a folder must be keeps everything as it was", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub"), ".github": "a file\n" });
  expectRefusal(repo, { code: "CICL1013", exit: 2, place: ".github/workflows/hub.yml", advice: "nothing was changed" });
});

test("a broken lock is refused at its place", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub"), "cicl.lock": '{\n  "lockVersion": 1,\n' });
  expectRefusal(repo, { code: "CICL1009", exit: 2, place: "cicl.lock:2:", advice: "Restore cicl.lock" });
});

test("an unknown key of the configuration is refused at its place", () => {
  const config = 'import { defineConfig } from "cicl";\n\nexport default defineConfig({ target: {} } as never);\n';
  const repo = repository({ "pipeline.ts": pipelineText("hub"), "cicl.config.ts": config });
  expectRefusal(repo, { code: "CICL1008", exit: 2, place: "cicl.config.ts:3:", advice: 'Did you mean "targets"' });
});

test("a policy can't be switched off", () => {
  const config = 'import { defineConfig } from "cicl";\nexport default defineConfig({ policy: false } as never);\n';
  const repo = repository({ "pipeline.ts": pipelineText("hub"), "cicl.config.ts": config });
  expectRefusal(repo, { code: "CICL1008", exit: 2, place: "cicl.config.ts:2:", advice: "the baseline then applies" });
});

test("a failing pipeline doesn't hide what is wrong with the others", () => {
  const repo = repository({
    "a.pipeline.ts": "export default {\n",
    "b.pipeline.ts": 'throw new Error("boom");\nexport default 1;\n',
    "c.pipeline.ts": "export default 1;\n",
    "d.pipeline.ts": pipelineText("d"),
  });
  const { code, err } = repo.cicl("synth");
  expect(["CICL1002", "CICL1004", "CICL1005"].filter((found) => !err.includes(`error ${found}: `))).toEqual([]);
  expect(err).toContain("3 errors");
  expect(code).toBe(2);
});

test("an error that two pipelines share is reported once", () => {
  const repo = repository({
    "a.pipeline.ts": 'import { x } from "./shared"; export default x;\n',
    "b.pipeline.ts": 'import { x } from "./shared"; export default x;\n',
    "shared.ts": 'export const x = 1;\nthrow new Error("boom");\n',
  });
  const { err } = repo.cicl("synth");
  expect(err).toContain("--> shared.ts:2:");
  expect(err).toContain("1 error");
});
