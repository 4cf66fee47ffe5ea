import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findRoot } from "./root.ts";
import { caught, codesOf, temporaryFolder } from "./testing.ts";

test("the root is the nearest folder above with a configuration", () => {
  const top = temporaryFolder({ ".git/HEAD": "", "services/cicl.config.ts": "", "services/hub/x.ts": "" });
  expect(findRoot(join(top, "services/hub"))).toEqual({ folder: join(top, "services"), configured: true });
});

test("without a configuration the root is the top of the git repository", () => {
  const top = temporaryFolder({ ".git/HEAD": "", "services/hub/x.ts": "" });
  expect(findRoot(join(top, "services/hub"))).toEqual({ folder: top, configured: false });
});

test("a work tree's .git file marks the top as well", () => {
  const top = temporaryFolder({ ".git": "gitdir: elsewhere\n", "a/b.ts": "" });
  expect(findRoot(join(top, "a")).folder).toBe(top);
});

test("a configuration above the repository doesn't govern it", () => {
  const top = temporaryFolder({ "cicl.config.ts": "", "repository/.git/HEAD": "" });
  expect(findRoot(join(top, "repository"))).toEqual({ folder: join(top, "repository"), configured: false });
});

test("a folder outside any root is refused", () => {
  const folder = realpathSync(temporaryFolder());
  expect(codesOf(caught(() => findRoot(folder)))).toEqual(["CICL1001"]);
});

test("a folder that doesn't exist is a mistake of the command line", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a"));
  expect(codesOf(caught(() => findRoot(join(folder, "b"))))).toEqual(["CICL1017"]);
});

test.each(["cicl.config.js", "cicl.config.mts", "cicl.config.json"])(
  "a configuration that is called %s is refused rather than passed over",
  (name) => {
    const top = temporaryFolder({ ".git/HEAD": "", [name]: "", "a/b.ts": "" });
    expect(codesOf(caught(() => findRoot(join(top, "a"))))).toEqual(["CICL1008"]);
  },
);
