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
  const made = createBundler({ root, esbuild, modules: {}, world, scratch: temporaryFolder() }).bundle(["a.ts"]);
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
  createBundler({ root, esbuild, modules: {}, world, scratch: temporaryFolder() }).bundle(["a.ts"]);
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
