import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import type { Entry } from "./entry.ts";
import { encodeEntry } from "./entry.ts";
import { entryFile } from "./place.ts";
import { storeEntry, storeFile, writableFolder } from "./store.ts";

const entry: Entry = { key: "k", validUntil: null, out: "", err: "", observations: [], folders: [] };

test("an entry replaces that of its key, and leaves nothing else", () => {
  const folder = temporaryFolder();
  storeEntry(folder, entry);
  storeEntry(folder, { ...entry, out: "later" });
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readFileSync(entryFile(folder, "k"))).toEqual(encodeEntry({ ...entry, out: "later" }));
});

test("a folder that can't be written costs nothing but the cache", () => {
  const folder = temporaryFolder({ file: "" });
  expect(writableFolder(join(folder, "file", "cache"))).toBeUndefined();
  storeFile(join(folder, "file", "cache", "x"), Buffer.from("x"));
  expect(readdirSync(folder)).toEqual(["file"]);
});

test("files that weren't renewed for a month are removed", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "old.run"), "");
  utimesSync(join(folder, "old.run"), 1, 1);
  writeFileSync(join(folder, "new.run"), "");
  storeEntry(folder, entry);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readdirSync(folder)).not.toContain("old.run");
});
