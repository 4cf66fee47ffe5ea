import { CiclError } from "@cicl/diagnostics";
import { expect, onTestFinished, test, vi } from "vitest";
import { createWorld } from "../cache/world.ts";
import { caught, codesOf, temporaryFolder } from "../testing.ts";
import { type Bundle, createBundler } from "./bundle.ts";
import { findEsbuild } from "./esbuild.ts";
import { originOf } from "./stack.ts";

const cli = new URL("../../../../cli/package.json", import.meta.url).href;
const bundlerFor = (files: Readonly<Record<string, string>>) =>
  createBundler({
    root: temporaryFolder(files),
    esbuild: findEsbuild(cli),
    modules: { cicl: { job: (id: string) => ({ id }) }, "cicl/gates": {} },
    world: createWorld(),
  });
const bundle = (files: Readonly<Record<string, string>>) => bundlerFor(files).bundle(Object.keys(files));
const run = (made: Bundle, file: string): unknown => {
  if (made.ok) return made.run(file);
  throw new Error(JSON.stringify(made.diagnostics));
};
const complaints = (made: Bundle): readonly string[] =>
  made.ok
    ? []
    : made.diagnostics.map(
        ({ code, what, origin }) => `${code} ${origin?.file}:${origin?.line}:${origin?.column} ${what}`,
      );

test("two files of one bundle share what they import, and no file runs before it is asked for", () => {
  const made = bundle({
    "a.ts": 'import { value } from "./shared"; export default value;',
    "b.ts": 'import { value } from "./shared.js"; export default { value };',
    "boom.ts": 'throw new Error("ran");',
    "shared.ts": "enum Kind { One } export const value = { kind: Kind.One };",
  });
  const a = run(made, "a.ts") as { readonly default: object };
  const b = run(made, "b.ts") as { readonly default: { readonly value: object } };
  expect(a.default).toBe(b.default.value);
});

test("cicl comes from outside, also through a dynamic import, and Node's modules are there", async () => {
  const made = bundle({
    "a.ts": `import { job } from "cicl";
      import { sep } from "node:path";
      export default async () => [job("unit"), (await import("cicl")).job("lint"), sep];`,
  });
  const exports = run(made, "a.ts") as { readonly default: () => Promise<unknown> };
  expect(await exports.default()).toEqual([{ id: "unit" }, { id: "lint" }, "/"]);
});

test("paths of tsconfig.json lead to files", () => {
  const files = {
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@ci/*": ["./ci/*"] } } }',
    "ci/names.ts": 'export const name = "hub";',
    "a.ts": 'import { name } from "@ci/names"; export default name;',
  };
  expect(run(bundlerFor(files).bundle(["a.ts"]), "a.ts")).toHaveProperty("default", "hub");
});

test("a place in the bundle maps to line and column of the source", () => {
  const bundler = bundlerFor({ "deep/a.ts": "type Unused = string;\n\nexport const x: string = null!.y;\n" });
  const cause = caught(() => run(bundler.bundle(["deep/a.ts"]), "deep/a.ts"));
  const origin = originOf(cause);
  expect(origin?.file).toBe("cicl-bundle.cjs");
  expect(origin && bundler.mapOrigin(origin)).toEqual({ file: "deep/a.ts", line: 3, column: 32 });
});

test("places of several bundles are told apart", () => {
  const bundler = bundlerFor({ "a.ts": "export default () => { throw new Error(); };", "b.ts": "\n\nnull!.y;" });
  const made = bundler.bundle(["a.ts"]);
  const second = caught(() => run(bundler.bundle(["b.ts"]), "b.ts"));
  const first = caught((run(made, "a.ts") as { readonly default: () => void }).default);
  const [a, b] = [first, second].map(originOf);
  expect(a && bundler.mapOrigin(a)).toMatchObject({ file: "a.ts", line: 1 });
  expect(b && bundler.mapOrigin(b)).toMatchObject({ file: "b.ts", line: 3 });
});

test("a module that throws throws the same error for each of its importers", () => {
  const made = bundle({
    "a.ts": 'import "./shared"; export default 1;',
    "b.ts": 'import "./shared"; export default 2;',
    "shared.ts": 'export const x = 1; throw new Error("once");',
  });
  expect(caught(() => run(made, "a.ts"))).toBe(caught(() => run(made, "b.ts")));
});

test("every syntax error is reported, with columns in characters rather than bytes", () => {
  const made = bundle({ "a.ts": 'const ä = "öö"; ) ;', "b.ts": "export default {\n  a: 1\n  b: 2,\n};" });
  expect([...complaints(made)].sort()).toEqual([
    'CICL1002 a.ts:1:17 Unexpected ")".',
    'CICL1002 b.ts:3:3 Expected "}" but found "b".',
  ]);
});

test("awaiting at the top level and import.meta are refused with advice", () => {
  const made = bundle({ "a.ts": "export default 1;\nawait fetch('x');" });
  expect(complaints(made)).toEqual(["CICL1002 a.ts:2:1 A pipeline can't await at its top level."]);
  expect(!made.ok && made.diagnostics[0]?.fix).toContain("export default async () =>");
  expect(complaints(bundle({ "a.ts": "export default import.meta.url;" }))).toEqual([
    "CICL1002 a.ts:1:16 A pipeline can't read import.meta.",
  ]);
});

test("imports that lead nowhere are refused", () => {
  const made = bundle({
    "a.ts": `import { x } from "./shared";
import { y } from "lodashh";
export default [x, y];`,
    "shared.ts": "",
  });
  expect(complaints(made)).toEqual(['CICL1003 a.ts:2:19 The import "lodashh" can\'t be resolved.']);
  const unexported = bundle({
    "a.ts": 'import { x } from "./shared";\nexport default x;',
    "shared.ts": "export const z = 1;",
  });
  expect(complaints(unexported)).toEqual(['CICL1003 a.ts:1:10 No matching export in "shared.ts" for import "x".']);
});

test("a misspelt part of cicl, and a misspelt name in it, are refused with the right one", () => {
  const part = caught(() => run(bundle({ "a.ts": 'import { x } from "cicl/gatez"; export default x;' }), "a.ts"));
  expect(codesOf(part)).toEqual(["CICL1003"]);
  expect(String(part)).toContain('Did you mean "cicl/gates"?');
  const name = caught(() => run(bundle({ "a.ts": 'import { jobb } from "cicl"; export default jobb();' }), "a.ts"));
  expect(codesOf(name)).toEqual(["CICL1003"]);
  expect(String(name)).toContain('"cicl" exports nothing named "jobb". Did you mean "job"?');
  expect(name instanceof CiclError && name.diagnostics[0]?.origin?.file).toBe("cicl-bundle.cjs");
});

test("esbuild's binary can be named, and one that isn't there is refused", () => {
  vi.stubEnv("ESBUILD_BINARY_PATH", "/nowhere/esbuild");
  onTestFinished(() => void vi.unstubAllEnvs());
  const bundler = createBundler({
    root: temporaryFolder(),
    esbuild: findEsbuild(cli),
    modules: {},
    world: createWorld(),
  });
  const cause = caught(() => bundler.bundle(["a.ts"]));
  expect(codesOf(cause)).toEqual(["CICL1018"]);
  expect(String(cause)).toContain("/nowhere/esbuild");
});

test("a machine without a platform package is told so", () => {
  const { arch } = process;
  onTestFinished(() => void Object.defineProperty(process, "arch", { value: arch }));
  Object.defineProperty(process, "arch", { value: "abacus" });
  const cause = caught(() => findEsbuild(cli));
  expect(codesOf(cause)).toEqual(["CICL1018"]);
  expect(String(cause)).toContain(`@esbuild/${process.platform}-abacus`);
});
