import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import type { Question } from "./question.ts";
import { currentStamp, folderStamp, isFolderStill, isStill, type Stamp, stampOf } from "./stamp.ts";

/** The stamp that a file has once it hasn't been changed for a while. */
function later(question: Question): Stamp {
  const stamp = currentStamp(question, Date.now() + 3500);
  if (!stamp) throw new Error("The file has no stamp.");
  return stamp;
}

const hour = 3_600_000;
const longAgo = 1e9;

test.each<[string, (file: string) => void]>([
  ["other content", (file) => writeFileSync(file, "two")],
  [
    "other content of the same time",
    (file) => {
      writeFileSync(file, "two");
      utimesSync(file, longAgo, longAgo);
    },
  ],
  ["the same content, written again", (file) => writeFileSync(file, "one")],
  [
    "another file of the same size and time",
    (file) => {
      writeFileSync(`${file}.new`, "two");
      utimesSync(`${file}.new`, longAgo, longAgo);
      renameSync(`${file}.new`, file);
    },
  ],
  ["nothing", (file) => rmSync(file)],
])("%s doesn't have the stamp of before", async (_, change) => {
  const file = join(temporaryFolder({ a: "one" }), "a");
  for (const kind of ["text", "plain"] as const) {
    writeFileSync(file, "one");
    utimesSync(file, longAgo, longAgo);
    const stamp = later([kind, file]);
    expect(isStill([kind, file], stamp)).toBe(true);
    // The clock of the file system goes on.
    await new Promise((resolve) => setTimeout(resolve, 30));
    change(file);
    expect(isStill([kind, file], stamp)).toBe(false);
  }
});

test("a link isn't the file that it leads to, unless links are followed", () => {
  const folder = temporaryFolder({ a: "one" });
  symlinkSync("a", join(folder, "b"));
  expect(isStill(["text", join(folder, "b")], later(["text", join(folder, "a")]))).toBe(true);
  expect(isStill(["plain", join(folder, "b")], later(["plain", join(folder, "a")]))).toBe(false);
});

test("a file that has just been changed has no stamp, nor one from the future, nor what is no file", () => {
  const folder = temporaryFolder({ a: "one" });
  const file = join(folder, "a");
  expect(currentStamp(["text", file])).toBeUndefined();
  expect(stampOf(statSync(file), Date.now() + hour)).toBeDefined();
  expect(stampOf(statSync(file), Date.now() - hour)).toBeUndefined();
  expect(stampOf(statSync(folder), Date.now() + hour)).toBeUndefined();
  expect(currentStamp(["text", join(folder, "absent")])).toBeUndefined();
  expect(currentStamp(["exists", file])).toBeUndefined();
});

test.each<[string, (folder: string) => void]>([
  ["an added file", (folder) => writeFileSync(join(folder, "new"), "")],
  ["an added folder", (folder) => mkdirSync(join(folder, "new"))],
  ["a removed file", (folder) => rmSync(join(folder, "a"))],
  ["a renamed file", (folder) => renameSync(join(folder, "a"), join(folder, "b"))],
  [
    "a file that became a link",
    (folder) => {
      rmSync(join(folder, "a"));
      symlinkSync("/", join(folder, "a"));
    },
  ],
  ["no folder any more", (folder) => rmSync(folder, { recursive: true })],
  [
    "a file in its place",
    (folder) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, "");
    },
  ],
])("a folder with %s doesn't have the stamp of before", async (_, change) => {
  const folder = join(temporaryFolder({ "folder/a": "one" }), "folder");
  const stamp = folderStamp(folder, Date.now() + 3500);
  if (!stamp) throw new Error("The folder has no stamp.");
  writeFileSync(join(folder, "a"), "another content");
  expect(isFolderStill(folder, stamp)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 30));
  change(folder);
  expect(isFolderStill(folder, stamp)).toBe(false);
});

test("where no folder is, the stamp says so, and a folder that has just been changed has none", () => {
  const folder = temporaryFolder({ a: "one" });
  expect(folderStamp(folder)).toBeUndefined();
  for (const name of ["absent", "a", "a/below"]) {
    const path = join(folder, name);
    const stamp = folderStamp(path);
    if (!stamp) throw new Error("The place has no stamp.");
    expect(isFolderStill(path, stamp)).toBe(true);
    expect(isFolderStill(folder, stamp)).toBe(false);
  }
});
