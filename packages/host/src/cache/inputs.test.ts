import { mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { createBundler } from "../load/bundle.ts";
import { findEsbuild } from "../load/esbuild.ts";
import { temporaryFolder } from "../testing.ts";
import { isKept } from "./kept.ts";
import { createAsk } from "./question.ts";
import { createWorld, type World } from "./world.ts";

const esbuild = findEsbuild(new URL("../../../../cli/package.json", import.meta.url).href);

/** Bundles `a.ts` of a folder that has been there for a while. */
const bundled = async (root: string): Promise<World> => {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const world = createWorld();
  const made = createBundler({ root, esbuild, modules: {}, world, cache: temporaryFolder() }).bundle(["a.ts"]);
  expect(made.ok).toBe(true);
  return world;
};
const isAsBefore = (world: World): boolean => {
  const ask = createAsk();
  return world.observations().every((observation) => isKept(observation, ask(observation.question)));
};
const write = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const files = {
  "a.ts": 'import "./lib/b"; import "pkg"; import type { T } from "./types"; export default 1 as unknown as T;',
  "lib/b/index.ts": 'import data from "../data.json"; export const b = data;',
  "lib/data.json": "{}",
  "types.ts": "export type T = 1;",
  "package.json": "{}",
  "tsconfig.json": '{ "extends": ["./base", "@scope/config"] }',
  "base.json": "{}",
  "node_modules/@scope/config/tsconfig.json": "{}",
  "store/pkg/package.json": '{ "main": "main.js" }',
  "store/pkg/main.js": "exports.x = 1;",
  "store/pkg2/package.json": '{ "main": "main.js" }',
  "store/pkg2/main.js": "exports.x = 1;",
};
const project = (): string => {
  const root = temporaryFolder(files);
  symlinkSync(join(root, "store/pkg"), join(root, "node_modules/pkg"));
  return root;
};

test.each<[string, (root: string) => void]>([
  ["a changed input", (root) => write(root, "lib/b/index.ts", "export const b = 1;")],
  ["changed data", (root) => write(root, "lib/data.json", "[]")],
  ["a file beside a folder of its name", (root) => write(root, "lib/b.ts", "")],
  ["a package.json in a folder that is imported", (root) => write(root, "lib/b/package.json", "{}")],
  ["a changed package.json of a package", (root) => write(root, "store/pkg/package.json", '{ "main": "other.js" }')],
  ["a package that leads elsewhere", relink],
  ["a nearer node_modules", (root) => write(root, "node_modules/pkg.js", "")],
  ["a changed tsconfig.json", (root) => write(root, "tsconfig.json", "{}")],
  ["a changed base of it", (root) => write(root, "base.json", '{ "compilerOptions": {} }')],
  ["a changed base in a package", (root) => write(root, "node_modules/@scope/config/tsconfig.json", "[]")],
])("%s changes an answer", async (_, change) => {
  const root = project();
  const world = await bundled(root);
  expect(world.untrackedReads()).toEqual([]);
  expect(world.isComplete()).toBe(true);
  expect(isAsBefore(world)).toBe(true);
  change(root);
  expect(isAsBefore(world)).toBe(false);
});

function relink(root: string): void {
  const link = join(root, "node_modules/pkg");
  expect(readlinkSync(link)).toBe(join(root, "store/pkg"));
  rmSync(link);
  symlinkSync(join(root, "store/pkg2"), link);
}

test("an input that is younger than the run isn't trusted", async () => {
  const root = temporaryFolder({ "a.ts": "export default 1;" });
  const world = createWorld();
  await new Promise((resolve) => setTimeout(resolve, 30));
  write(root, "a.ts", "export default 2;");
  createBundler({ root, esbuild, modules: {}, world, cache: temporaryFolder() }).bundle(["a.ts"]);
  expect(world.isComplete()).toBe(false);
});

test("an import by an alias isn't tracked, and said to be so", async () => {
  const root = temporaryFolder({
    "a.ts": 'import { x } from "@ci/x"; export default x;',
    "ci/x.ts": "export const x = 1;",
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@ci/*": ["./ci/*"] } } }',
  });
  const world = await bundled(root);
  expect(world.untrackedReads()).toContain('the import "@ci/x", which is no package');
});

/** A repository whose root is a folder of it, and what it imports on the way. */
const around = {
  "app/cicl.config.ts": "",
  "app/a.ts": [
    'import "../lib"; import "../shared"; import "unbuilt"; import "#own";',
    'let x; try { x = require("./local.json"); } catch {}',
  ].join("\n"),
  "app/package.json": '{ "imports": { "#own": "./own.ts" } }',
  "app/own.ts": "export const x = 1;",
  "app/tsconfig.json": '{\n// "extends": "./old.json",\n"extends" /* c */ : ["./z[1].json", "./base.json"], }',
  "app/z[1].json": "{}",
  "app/base.json": "{}",
  "lib/index.ts": "",
  "shared.js": "",
  "app/node_modules/unbuilt/package.json": '{ "main": "dist/index.js", "module": "es/index.js" }',
  "app/node_modules/unbuilt/index.js": "",
};

test.each<[string, string]>([
  ["a file beside a folder above the root", "lib.ts"],
  ["a file that wins over another one above the root", "shared.ts"],
  ["what a package promises and doesn't hold yet", "app/node_modules/unbuilt/dist/index.js"],
  ["what it promises elsewhere", "app/node_modules/unbuilt/es/index.js"],
  ["a file that is looked for in vain", "app/local.json"],
  ["a base behind a comment", "app/base.json"],
  ["a base whose name holds a bracket", "app/z[1].json"],
])("%s changes an answer", async (_, path) => {
  const top = temporaryFolder(around);
  const world = await bundled(join(top, "app"));
  expect(world.untrackedReads()).toEqual([]);
  expect(isAsBefore(world)).toBe(true);
  write(top, path, '{ "compilerOptions": {} }');
  expect(isAsBefore(world)).toBe(false);
});

/** What stands in a package, and in settings that are extended, each with what else it leads to. */
const further = {
  "a.ts": 'import "lib/sub"; import "dist-only"; import "#own"; import "./c";',
  "c.ts": "",
  "own.ts": "",
  "package.json": '{ "imports": { "#own": "./own.ts" } }',
  "tsconfig.json": '{ "extends": "./base.json" }',
  "base.json": '{ "extends": ["./deep.json", "./tsconfig.json"] }',
  "deep.json": "{}",
  "node_modules/lib/package.json": "{}",
  "node_modules/lib/tsconfig.json": '{ "extends": "@nobody/has-it" }',
  "node_modules/lib/sub/package.json": '{ "main": "../dist/a.js" }',
  "node_modules/lib/dist/a.js": "",
  "node_modules/dist-only/package.json": '{ "main": "dist" }',
  "node_modules/dist-only/index.js": "",
  "node_modules/dist-only/dist/readme": "",
};

test.each<[string, string, string]>([
  ["what a package's folder leads to", "node_modules/lib/sub/package.json", '{ "main": "../dist/b.js" }'],
  ["a file where a package's folder is", "node_modules/lib/sub.js", ""],
  ["what is built into a folder that is there", "node_modules/dist-only/dist/index.js", ""],
  ["a base of a base, in a circle", "deep.json", '{ "compilerOptions": {} }'],
])("%s changes an answer", async (_, path, text) => {
  const root = temporaryFolder(further);
  const world = await bundled(root);
  expect(world.untrackedReads()).toEqual([]);
  expect(isAsBefore(world)).toBe(true);
  write(root, path, text);
  expect(isAsBefore(world)).toBe(false);
});

test("paths of a base that isn't called a configuration may redirect imports", async () => {
  const root = temporaryFolder({
    "a.ts": 'import "lib";',
    "tsconfig.json": '{ "extends": "./base.json" }',
    "base.json": '{ "compilerOptions": { "paths": { "lib": ["./shim.ts"] } } }',
    "node_modules/lib/index.js": "",
  });
  expect((await bundled(root)).untrackedReads()).toEqual([expect.stringContaining('"paths"')]);
});

test("a root behind a link is known by what is above it really", async () => {
  const top = temporaryFolder({ "base/app/a.ts": 'import "../shared";', "base/shared.ts": "" });
  symlinkSync(join(top, "base/app"), join(top, "link"));
  const world = await bundled(join(top, "link"));
  write(top, "base/shared.ts", "export {};");
  expect(isAsBefore(world)).toBe(false);
});

test.each<[string, Readonly<Record<string, string>>, (root: string) => void, RegExp]>([
  [
    "a link to a file",
    { "a.ts": 'import "./cfg";', "x/one.ts": "" },
    (root) => symlinkSync("x/one.ts", join(root, "cfg.ts")),
    /"\.\/cfg", which leads through a link/,
  ],
  [
    "a link to a folder",
    { "a.ts": 'import "./lib/b";', "one/b.ts": "" },
    (root) => symlinkSync("one", join(root, "lib")),
    /"\.\/lib\/b", which leads through a link/,
  ],
  [
    "a nearer package that is empty",
    { "a/b.ts": "", "a.ts": 'import "./c/d";', "c/d.ts": 'import "p";', "node_modules/p/index.js": "" },
    (root) => mkdirSync(join(root, "c/node_modules/p"), { recursive: true }),
    /"p", since .*c.node_modules.p doesn't hold it/,
  ],
  [
    "a name of its own for a package",
    { "a.ts": 'import "#p";', "package.json": '{ "imports": { "#p": "p" } }', "node_modules/p/index.js": "" },
    () => {},
    /"#p", which leads to a package/,
  ],
  [
    "a name that is put together",
    { "a.ts": 'const n = "b"; try { require(`./data/${n}.ts`); } catch {}', "data/b.ts": "" },
    () => {},
    /"\.\/data\/\*\*\/\*\.ts", made of parts/,
  ],
  [
    "a base that isn't found",
    { "a.ts": "", "tsconfig.json": '{ "extends": "tc/base" }' },
    () => {},
    /"tc\/base", which a tsconfig\.json extends/,
  ],
  [
    "settings that can't be read",
    { "a.ts": "", "package.json/x": "" },
    () => {},
    /package\.json", which can't be read/,
  ],
])("%s isn't tracked, and said to be so", async (_, files, prepare, what) => {
  const root = temporaryFolder(files);
  prepare(root);
  const world = await bundled(root);
  expect(world.untrackedReads()).toEqual([expect.stringMatching(what)]);
});
