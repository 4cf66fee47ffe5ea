import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { collectScript, selectionOf } from "./files.ts";

const files = [
  "dist/a.js",
  "dist/sub/b.js",
  "reports/one.xml",
  "reports/two.xml",
  "reports/x.txt",
  "a b.txt",
  "dash/-x",
  "top.txt",
];

function collect(paths: readonly string[], ifMissing: "fail" | "ignore" = "fail") {
  const root = mkdtempSync(join(tmpdir(), "cicl-files-"));
  for (const file of files) {
    mkdirSync(dirname(join(root, "work", file)), { recursive: true });
    writeFileSync(join(root, "work", file), file);
  }
  mkdirSync(join(root, "work", "empty/inner"), { recursive: true });
  const selection = selectionOf(paths);
  if (!selection) throw new Error("The paths can't be selected.");
  const script = `set -eu\n${collectScript(selection, join(root, "kept"), ifMissing)}`;
  const { status } = spawnSync("sh", ["-c", script], { cwd: join(root, "work") });
  const kept = readdirSync(join(root, "kept"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + "/kept/".length));
  return { status, kept: kept.toSorted() };
}

test.each([
  ["a folder, by what is in it", ["dist"], ["a.js", "sub/b.js"]],
  ["a folder with two stars", ["dist/**"], ["a.js", "sub/b.js"]],
  ["a file, by its name", ["reports/one.xml"], ["one.xml"]],
  ["a file that looks like an option", ["dash/*"], ["-x"]],
  ["a file at the top", ["top.txt"], ["top.txt"]],
  ["a file with a blank", ["a b.txt"], ["a b.txt"]],
  ["a glob, below its fixed part", ["reports/*.xml"], ["one.xml", "two.xml"]],
  ["several, below what they share", ["reports/one.xml", "dist/sub"], ["dist/sub/b.js", "reports/one.xml"]],
  ["several of one folder", ["reports/one.xml", "reports/x.txt"], ["one.xml", "x.txt"]],
  ["what is there of several", ["top.txt", "missing.txt"], ["top.txt"]],
])("keeps %s", (_title, paths, kept) => {
  expect(collect(paths)).toEqual({ status: 0, kept });
});

test("no file at all is a failure, unless it may be", () => {
  expect(collect(["missing/*.xml"]).status).toBe(1);
  expect(collect(["missing/*.xml"], "ignore")).toEqual({ status: 0, kept: [] });
  for (const empty of ["missing", "empty", "empty/*", "empty/**"]) expect(collect([empty]).status, empty).toBe(1);
});

test("two stars in the middle and exclusions aren't for the shell", () => {
  expect(selectionOf(["dist", "!dist/a.js"])).toBeUndefined();
  expect(selectionOf(["a/**/b"])).toBeUndefined();
});
