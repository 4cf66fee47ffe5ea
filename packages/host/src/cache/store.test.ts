import { readdirSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import type { Entry } from "./entry.ts";
import { encodeEntry } from "./entry.ts";
import { entryFile } from "./place.ts";
import { makeScratch, storeEntry, storeFile, writableFolder } from "./store.ts";

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

test("cicl's own files that weren't renewed for a month are removed, and nothing else that stands beside them", () => {
  const ours = ["old.run", "old.code", "old.run.7-abc.new", "bundle-a1B2c3/bundle.js"];
  const theirs = ["id_rsa", "my.old.run", "thesis.docx", "a.new", "bundles/x"];
  const folder = temporaryFolder(Object.fromEntries([...ours, ...theirs, "new.run"].map((name) => [name, ""])));
  for (const name of readdirSync(folder)) if (name !== "new.run") utimesSync(join(folder, name), 1, 1);
  symlinkSync(join(folder, "id_rsa"), join(folder, "link.run"));
  storeEntry(folder, entry);
  const left = readdirSync(folder).filter((name) => name !== basename(entryFile(folder, entry.key)));
  expect(left.sort()).toEqual([...theirs.map((name) => name.split("/")[0]), "link.run", "new.run"].sort());
});

test("no two runs share a folder for files in passing", () => {
  const folder = temporaryFolder();
  const made = [makeScratch(folder), makeScratch(folder)];
  expect(new Set(made).size).toBe(2);
  expect(makeScratch(join(folder, "absent"))).toBeUndefined();
});
