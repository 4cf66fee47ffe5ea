import { renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import type { Question } from "./question.ts";
import { currentStamp, isStill, type Stamp, stampOf } from "./stamp.ts";

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
