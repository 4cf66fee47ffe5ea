import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorld } from "./cache/world.ts";
import { discover, listFiles, readGlobs, requireFiles, selectFiles } from "./discover.ts";
import { gatherFacts } from "./facts.ts";
import type { Root } from "./root.ts";
import { caught, codesOf, temporaryFolder } from "./testing.ts";

const rootWith = (...paths: readonly string[]): Root => ({
  folder: temporaryFolder(Object.fromEntries(paths.map((path) => [path, ""]))),
  configured: false,
});

test("pipeline.ts and *.pipeline.ts are found at any depth, sorted", () => {
  const root = rootWith("z/pipeline.ts", "pipeline.ts", "a/b/hub.pipeline.ts", "a/pipelines.ts", "dist/pipeline.ts");
  expect(discover(root)).toEqual(["a/b/hub.pipeline.ts", "dist/pipeline.ts", "pipeline.ts", "z/pipeline.ts"]);
});

test("node_modules, dot-folders and roots of their own are never looked into", () => {
  const root = rootWith(
    "pipeline.ts",
    "node_modules/x/pipeline.ts",
    "a/node_modules/pipeline.ts",
    ".cache/pipeline.ts",
    "own/cicl.config.ts",
    "own/deep/pipeline.ts",
    "owner/pipeline.ts",
  );
  expect(discover(root)).toEqual(["owner/pipeline.ts", "pipeline.ts"]);
});

test("other git repositories, as of submodules and working trees, are never looked into", () => {
  const root = rootWith(".git/HEAD", "pipeline.ts", "vendor/lib/.git", "vendor/lib/pipeline.ts", "tree/.git/HEAD");
  const below = temporaryFolder({ "a/.git": "", "a/deep/b.pipeline.ts": "", "c.pipeline.ts": "" });
  expect(discover(root)).toEqual(["pipeline.ts"]);
  expect(discover({ folder: below, configured: true }, { exclude: ["x"] })).toEqual(["c.pipeline.ts"]);
});

test.each(["volumes", "volumes/", "volumes/**", "**/volumes/**"])("what %s excludes needn't be readable", (glob) => {
  const root = rootWith("pipeline.ts", "volumes/db/pipeline.ts");
  const world = createWorld();
  expect(discover(root, { exclude: [glob] }, world)).toEqual(["pipeline.ts"]);
  const trees = world.observations().filter(({ question: [kind] }) => kind === "tree");
  expect(trees.map(({ answer }) => String(answer))).toEqual(["pipeline.ts"]);
});

test("links to folders are not followed", () => {
  const root = rootWith("a/pipeline.ts");
  symlinkSync(join(root.folder, "a"), join(root.folder, "b"));
  expect(discover(root)).toEqual(["a/pipeline.ts"]);
});

test("the configuration's globs replace the usual names, and exclude removes some", () => {
  const root = rootWith("pipeline.ts", "ci/hub.ts", "ci/old.ts");
  expect(discover(root, { pipelines: ["ci/*.ts"], exclude: ["**/old.ts"] })).toEqual(["ci/hub.ts"]);
});

test("globs of the command line are relative to the current folder, and a folder stands for its pipelines", () => {
  const root = rootWith("pipeline.ts", "services/a/pipeline.ts", "services/b/pipeline.ts");
  const files = discover(root);
  const select = (cwd: string, ...globs: readonly string[]) =>
    selectFiles(files, readGlobs(globs, root, join(root.folder, cwd)));
  expect(select("", "services")).toEqual(["services/a/pipeline.ts", "services/b/pipeline.ts"]);
  expect(select("services", "b/*.ts")).toEqual(["services/b/pipeline.ts"]);
  expect(select("services/a", "..")).toEqual(["services/a/pipeline.ts", "services/b/pipeline.ts"]);
  expect(select("services", ".")).toHaveLength(2);
  expect(select("services")).toHaveLength(3);
});

test("a glob that matches nothing is refused with what there is", () => {
  const root = rootWith("services/a/pipeline.ts");
  const wanted = readGlobs(["servces/a/pipeline.ts"], root, root.folder);
  const cause = caught(() => requireFiles(discover(root), wanted));
  expect(codesOf(cause)).toEqual(["CICL1001"]);
  expect(String(cause)).toContain('Did you mean "services/a/pipeline.ts"?');
});

test("a root without pipelines is refused", () => {
  expect(codesOf(caught(() => requireFiles([], [])))).toEqual(["CICL1001"]);
});

test.each(["**/*.ts", "**/a*", "**/*", "**/*.b.ts", "**/pipeline.ts"])(
  "%s means the same with and without a library",
  (glob) => {
    const { folder } = rootWith(
      "cicl.config.ts",
      "pipeline.ts",
      "a.b.ts",
      ".b.ts",
      ".hidden/a.ts",
      "c/a.ts",
      "c/ab/.a.ts",
      "c/node_modules/a.ts",
      "d/cicl.config.ts",
      "d/a.ts",
    );
    const quick = listFiles(folder, [glob]);
    expect(quick.length).toBeGreaterThan(0);
    // An exclusion needs the library.
    expect(listFiles(folder, [glob], ["nothing"])).toEqual(quick);
  },
);

test("a hidden name is found where the glob names it", () => {
  expect(listFiles(rootWith(".env", "a/.env").folder, ["**/.env"])).toEqual([".env", "a/.env"]);
});

test("lock files and Dockerfiles are facts", () => {
  const root = rootWith(
    "pnpm-lock.yaml",
    "api/requirements-dev.txt",
    "api/Dockerfile",
    "api/Dockerfile.worker",
    "api/Dockerfile.dockerignore",
    "web/site.Dockerfile",
    "node_modules/x/package-lock.json",
    "cicl.config.ts",
    "own/cicl.config.ts",
    "own/Cargo.lock",
  );
  expect(gatherFacts(root)).toEqual({
    lockfiles: ["api/requirements-dev.txt", "pnpm-lock.yaml"],
    dockerfiles: ["api/Dockerfile", "api/Dockerfile.worker", "web/site.Dockerfile"],
  });
});
