import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { unlikeAnyOther } from "../unlike-any-other.ts";
import { type Entry, encodeEntry } from "./entry.ts";
import { entryFile, entrySuffix } from "./place.ts";

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Makes the folder of the cache.
 * @param folder absolute or relative to the current one
 * @returns its absolute path, `undefined` where nothing can be written
 */
export function writableFolder(folder: string): string | undefined {
  try {
    // What is kept there may be of a private repository.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return resolve(folder);
  } catch {
    return undefined;
  }
}

/** Says whether some run has left its entry in a folder of the cache before; in one that can't be listed none has. */
export function holdsEntries(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith(entrySuffix));
  } catch {
    return false;
  }
}

/**
 * Makes a folder for files in passing, which no other run has, also not one in another container with this one's number.
 * @param cache the folder of the cache
 * @returns its absolute path, `undefined` where none can be made; whoever asked for it removes it
 */
export function makeScratch(cache: string): string | undefined {
  try {
    return mkdtempSync(join(cache, "bundle-"));
  } catch {
    return undefined;
  }
}

/**
 * Keeps an entry for the next run, in place of an older one of its key. Two runs at once are safe: each writes a file of
 * its own and moves it into place.
 * @param folder of the cache; one that can't be written only costs time
 */
export function storeEntry(folder: string, entry: Entry): void {
  storeFile(entryFile(folder, entry.key), encodeEntry(entry));
}

/**
 * Puts a file into the cache, whole or not at all.
 * @param file absolute
 */
export function storeFile(file: string, content: Uint8Array): void {
  const fresh = `${file}.${unlikeAnyOther()}.new`;
  const kept = succeeds(() => {
    writeFileSync(fresh, content, { mode: 0o600, flag: "wx" });
    renameSync(fresh, file);
    prune(dirname(file), Date.now() - month);
  });
  if (!kept) succeeds(() => rmSync(fresh, { force: true }));
}

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** The names that cicl gives; the folder may be one that its user has named, and holds other things. */
const ownNames = /^(?:[0-9a-z]+\.(?:run|code)(?:\.[0-9a-z-]+\.new)?|bundle-[0-9A-Za-z]{6})$/;

/** Removes the files of runs that were not repeated for long, e.g. of folders that are gone. */
function prune(folder: string, before: number): void {
  for (const name of readdirSync(folder)) {
    if (!ownNames.test(name)) continue;
    const file = join(folder, name);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile() && !(stat?.isDirectory() && name.startsWith("bundle-"))) continue;
    if (stat.mtimeMs < before) succeeds(() => rmSync(file, { force: true, recursive: true }));
  }
}
