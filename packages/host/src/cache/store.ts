import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
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

/** Says whether some run has left its entry in a folder of the cache before. @param folder one that exists */
export function holdsEntries(folder: string): boolean {
  return readdirSync(folder).some((name) => name.endsWith(entrySuffix));
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
  const fresh = `${file}.${process.pid}.new`;
  const kept = succeeds(() => {
    writeFileSync(fresh, content, { mode: 0o600 });
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

/** Removes the files of runs that were not repeated for long, e.g. of folders that are gone. */
function prune(folder: string, before: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (modified !== undefined && modified < before) rmSync(file, { force: true });
  }
}
