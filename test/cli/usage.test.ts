import { expect, test } from "vitest";
import { bothTargets, pipelineText, repository } from "./repository.ts";

test("an unknown target is refused with the nearest one", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  const { code, err } = repo.cicl("synth", "--target", "gitaa");
  expect(err).toContain("error CICL1017: ");
  expect(err).toContain('Did you mean "gitea"?');
  expect(code).toBe(2);
});

test.each([
  [["snyth"], "Unknown command 'snyth'"],
  [["synth", "--formt", "json"], "Unknown option '--formt'"],
  [["synth", "--format", "xml"], "argument 'xml' is invalid"],
  [["check", "--cwd"], "argument missing"],
  [["synth", "--cwd", "nowhere"], 'The folder "nowhere" doesn\'t exist'],
])("the command line %j is refused", (args, message) => {
  const { code, out, err } = repository({}).cicl(...args);
  expect(err).toContain("error CICL1017: ");
  expect(err).toContain(message);
  expect(out).toBe("");
  expect(code).toBe(2);
});

test("a wrong command line is JSON where JSON was asked for", () => {
  const { code, out, err } = repository({}).cicl("synth", "--nope", "--format=json");
  expect(JSON.parse(out).diagnostics[0].code).toBe("CICL1017");
  expect(err).toBe("");
  expect(code).toBe(2);
});

test("help and version are no failure, and no command is", () => {
  const repo = repository({});
  expect(repo.cicl("--help").code).toBe(0);
  expect(repo.cicl("--help").out).toContain("synth");
  expect(repo.cicl("--version").out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(repo.cicl().code).toBe(2);
});

test("--cwd runs as if started there", () => {
  const repo = repository({ "a/pipeline.ts": pipelineText("a"), "b/pipeline.ts": pipelineText("b"), "c/x": "" });
  expect(repo.ciclIn("c", {}, "synth", "--cwd", "../a", ".").code).toBe(0);
  expect(repo.files()).toContain(".github/workflows/a.yml");
  expect(repo.files()).not.toContain(".github/workflows/b.yml");
});

test("nothing is coloured where nobody looks", () => {
  const repo = repository({ "pipeline.ts": "export default 1;\n" });
  expect(repo.cicl("synth").err).not.toContain("\u001b");
});

test("the table of targets has an answer for every feature, in and outside of a repository", () => {
  const repo = repository({ "cicl.config.ts": bothTargets });
  const { code, out } = repo.cicl("targets");
  expect(code).toBe(0);
  expect(out).toMatch(/GitHub Actions\s+Gitea Actions/);
  expect(out).toMatch(/^merge queue\s+native\s+(no|not yet)/m);
  const document = JSON.parse(repo.cicl("targets", "--target", "gitea", "--format", "json", "--cwd", "/").out);
  expect(document.targets.map((target: { readonly id: string }) => target.id)).toEqual(["gitea"]);
  expect(document.targets[0].features.length).toBeGreaterThan(90);
});
