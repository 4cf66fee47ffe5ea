import * as cicl from "@cicl/sdk";
import { expect, test } from "vitest";
import { markConfig } from "../config.ts";
import { findRoot } from "../root.ts";
import { temporaryFolder } from "../testing.ts";
import { findEsbuild } from "./esbuild.ts";
import { type Loaded, load } from "./load.ts";

const esbuild = findEsbuild(new URL("../../../../cli/package.json", import.meta.url).href);
const modules = { cicl: { ...cicl, defineConfig: markConfig } };

const loadFiles = (files: Readonly<Record<string, string>>, ...globs: readonly string[]): Promise<Loaded> => {
  const folder = temporaryFolder({ ".git/HEAD": "", ...files });
  return load({ root: findRoot(folder), cwd: folder, globs, esbuild, modules, deadlineMs: 300 });
};
const make = `import { job, on, pipeline, setup, stage } from "cicl";
export const make = (name: string) => pipeline(name, {
  on: [on.push({ branches: ["main"] })],
  stages: [stage("verify", [job("unit", { steps: [setup.go({ version: "1.26" })] })])],
});
`;
const names = ({ pipelines }: Loaded): readonly string[] => pipelines.map(({ name, source }) => `${source} ${name}`);
const codes = ({ diagnostics }: Loaded): readonly string[] => diagnostics.map(({ code }) => code);

test.each([
  ["a pipeline", 'make("a")', ["a"]],
  ["an array", '[make("a"), make("b")]', ["a", "b"]],
  ["a promise", 'Promise.resolve(make("a"))', ["a"]],
  ["a function", '() => make("a")', ["a"]],
  ["an async function of an array", 'async () => [make("a"), make("b")]', ["a", "b"]],
])("%s can be exported by default", async (_, expression, expected) => {
  const text = `import { make } from "../make"; export default ${expression};`;
  const loaded = await loadFiles({ "make.ts": make, "services/pipeline.ts": text });
  expect(loaded.diagnostics).toEqual([]);
  expect(names(loaded)).toEqual(expected.map((name) => `services/pipeline.ts ${name}`));
});

test("an array in an array isn't taken", async () => {
  const loaded = await loadFiles({
    "make.ts": make,
    "pipeline.ts": 'import { make } from "./make"; export default [[make("a")]];',
  });
  expect(codes(loaded)).toEqual(["CICL1005"]);
});

test("origins lead to the user's own files, through helpers too", async () => {
  const { pipelines, mapOrigin } = await loadFiles({
    "make.ts": make,
    "pipeline.ts": 'import { make } from "./make";\n\nexport default make("a");\n',
  });
  const [pipeline] = pipelines;
  expect(pipeline && mapOrigin(pipeline.origin)).toMatchObject({ file: "make.ts", line: 2 });
});

test("a promise that doesn't settle in time is given up, and the other pipelines are there", async () => {
  const loaded = await loadFiles({
    "make.ts": make,
    "a.pipeline.ts": "export default new Promise(() => {});",
    "b.pipeline.ts": 'import { make } from "./make"; export default make("b");',
  });
  expect(codes(loaded)).toEqual(["CICL1006"]);
  expect(names(loaded)).toEqual(["b.pipeline.ts b"]);
});

test("files are read relative to the folder of their pipeline, also after an await", async () => {
  const text = `import { files } from "cicl"; import { make } from "../make";
    export default async () => { await null; return make(files.read("name").trim()); };`;
  const loaded = await loadFiles({
    "make.ts": make,
    "one/pipeline.ts": text,
    "one/name": "first\n",
    "two/pipeline.ts": text,
    "two/name": "second\n",
  });
  expect(loaded.diagnostics).toEqual([]);
  expect(names(loaded)).toEqual(["one/pipeline.ts first", "two/pipeline.ts second"]);
});

test("only the named pipelines are run", async () => {
  const loaded = await loadFiles(
    {
      "make.ts": make,
      "a/pipeline.ts": 'import { make } from "../make"; export default make("a");',
      "b/pipeline.ts": "(",
    },
    "a",
  );
  expect(loaded.diagnostics).toEqual([]);
  expect(names(loaded)).toEqual(["a/pipeline.ts a"]);
});

test("the configuration decides which files are pipelines, and a value of it is where it is written", async () => {
  const { config, mapOrigin, ...loaded } = await loadFiles({
    "cicl.config.ts":
      'import { defineConfig } from "cicl";\n\nexport default defineConfig({ pipelines: ["ci/*.ts"] });\n',
    "make.ts": make,
    "ci/hub.ts": 'import { make } from "../make"; export default make("hub");',
    "pipeline.ts": "(",
  });
  expect(loaded.diagnostics).toEqual([]);
  expect(loaded.pipelines.map(({ name }) => name)).toEqual(["hub"]);
  expect(config && mapOrigin(config.origin)).toMatchObject({ file: "cicl.config.ts", line: 3 });
});

test("a configuration that throws is said, and nothing is rendered by default rules in its place", async () => {
  const loaded = await loadFiles({
    "cicl.config.ts": 'throw new Error("boom");\nexport default {};\n',
    "make.ts": make,
    "pipeline.ts": 'import { make } from "./make"; export default make("a");',
  });
  expect(codes(loaded)).toEqual(["CICL1004"]);
  expect(names(loaded)).toEqual([]);
});

test("whatever a pipeline throws is said, also what can't be asked anything", async () => {
  const loaded = await loadFiles({
    "pipeline.ts": "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy;",
  });
  expect(codes(loaded)).toEqual(["CICL1004"]);
});

test("a broken source map of an import is said to be one", async () => {
  const loaded = await loadFiles({
    "pipeline.ts": 'import "./a.js"; export default 1;',
    "a.js": "export const a = 1;\n//# sourceMappingURL=a.js.map\n",
    "a.js.map": "<html>",
  });
  expect(loaded.diagnostics.map(({ code, what }) => [code, what])).toEqual([
    ["CICL1002", expect.stringContaining("the source map of an imported file is broken")],
  ]);
});

test("a loop that never ends is stopped, and the file that holds it is named", async () => {
  const loaded = await loadFiles({
    "make.ts": make,
    "a.pipeline.ts": 'import { make } from "./make"; export default make("a");',
    "b.pipeline.ts": "try { while (true) {} } catch {} finally { while (true) {} }",
  });
  expect(loaded.diagnostics.map(({ code, origin }) => [code, origin?.file])).toEqual([["CICL1006", "b.pipeline.ts"]]);
});

test.each([
  ["a message that is none", 'const e = new Error("x"); e.message = { a: 1 }; throw e;'],
  [
    "a stack that throws",
    'const e = new Error("x"); Object.defineProperty(e, "stack", { get() { throw 1; } }); throw e;',
  ],
  ["the code of a timeout", 'throw Object.assign(new Error("x"), { code: "ERR_SCRIPT_EXECUTION_TIMEOUT" });'],
])("an error with %s is said as one that was thrown", async (_, text) => {
  expect(codes(await loadFiles({ "pipeline.ts": text }))).toEqual(["CICL1004"]);
});

test("places in folders whose names are written with a percent sign in addresses are the user's", async () => {
  const { pipelines, mapOrigin } = await loadFiles({
    "make.ts": make,
    "böse 100%/pipeline.ts": 'import { make } from "../make";\nexport default make("a");\n',
    "böse/pipeline.ts": 'import { make } from "../make";\nexport const own = make("b");\nexport default own;\n',
    "ß/make.ts": make,
    "ß/pipeline.ts": 'import { make } from "./make";\nexport default make("c");\n',
  });
  expect(pipelines.map((pipeline) => mapOrigin(pipeline.origin).file).sort()).toEqual([
    "make.ts",
    "make.ts",
    "ß/make.ts",
  ]);
});
