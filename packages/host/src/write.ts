import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { CiclError, error } from "@cicl/diagnostics";
import { errorCode } from "./disk.ts";
import { helperOf, removeLeftHelpers } from "./helper.ts";
import { changesOf, type PlanEntry, unixLines } from "./plan.ts";

/** What a run has done so far, so that it can be undone. */
interface Journal {
  /** Bring back replaced and deleted files. */
  readonly restores: (() => void)[];
  /** Remove the helping files beside the targets. */
  readonly helpers: (() => void)[];
  /** Remove the folders that were made. */
  readonly folders: (() => void)[];
}

/**
 * Carries a plan out: all of it or, after any failure, nothing. New contents stand complete beside their targets before
 * the first file is replaced; files that stay are not touched.
 * @param root absolute
 * @param entries of a plan without errors
 * @throws CiclError CICL1013; the disk is then as it was
 */
export function applyWrites(root: string, entries: readonly PlanEntry[]): void {
  const journal: Journal = { restores: [], helpers: [], folders: [] };
  let current = "";
  try {
    const replacements = changesOf(entries).map((entry) => {
      current = entry.path;
      return { path: entry.path, replace: prepare(root, entry, journal) };
    });
    for (const { path, replace } of replacements) {
      current = path;
      replace();
    }
  } catch (cause) {
    for (const restore of journal.restores.reverse()) restore();
    for (const remove of journal.helpers) remove();
    for (const remove of journal.folders.reverse()) remove();
    throw cause instanceof CiclError ? cause : unwritable(current, errorCode(cause));
  }
  for (const remove of journal.helpers) remove();
  for (const folder of new Set(entries.map(({ path }) => dirname(join(root, path))))) removeLeftHelpers(folder);
}

/**
 * Puts the new content and a copy of the old one beside the target.
 * @returns the replacement itself
 */
function prepare(root: string, entry: PlanEntry, journal: Journal): () => void {
  const target = join(root, entry.path);
  const folder = dirname(target);
  const created = mkdirSync(folder, { recursive: true });
  if (created !== undefined) journal.folders.push(() => removeFolders(folder, created));
  if (!isInside(realpathSync(folder), realpathSync(root))) throw outside(entry.path);
  const helper = (purpose: "new" | "old"): string => {
    const file = helperOf(target, purpose);
    journal.helpers.push(() => rmSync(file, { force: true }));
    return file;
  };
  const existed = statSync(target, { throwIfNoEntry: false });
  const backup = helper("old");
  if (existed) copyFileSync(target, backup, constants.COPYFILE_EXCL);
  const restore = (): void => (existed ? renameSync(backup, target) : rmSync(target, { force: true }));
  if (entry.after === undefined) {
    return () => {
      refuseChanged(target, entry);
      rmSync(target);
      journal.restores.push(restore);
    };
  }
  const fresh = helper("new");
  writeDurably(fresh, entry.after, existed?.mode);
  return () => {
    if (entry.status === "created") {
      moveToNewPlace(fresh, target, entry);
    } else {
      refuseChanged(target, entry);
      renameSync(fresh, target);
    }
    journal.restores.push(restore);
  };
}

/** Somebody else may have written to the file since the plan was made. */
function refuseChanged(target: string, { path, before }: PlanEntry): void {
  if (before !== undefined && unixLines(readFileSync(target, "utf8")) !== before) throw changedMeanwhile(path);
}

/** Puts a file where none was, unless one has come there meanwhile. */
function moveToNewPlace(fresh: string, target: string, { path }: PlanEntry): void {
  try {
    linkSync(fresh, target);
  } catch {
    if (existsSync(target)) throw changedMeanwhile(path);
    // Not every file system has hard links, and each says so in its own way.
    renameSync(fresh, target);
  }
}

/** Not every file system has modes. */
function takeMode(descriptor: number, mode: number): void {
  try {
    if ((fstatSync(descriptor).mode & 0o777) !== mode) fchmodSync(descriptor, mode);
  } catch (cause) {
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(errorCode(cause))) throw cause;
  }
}

/** @param mode of the file whose place it takes */
function writeDurably(file: string, text: string, mode: number | undefined): void {
  const descriptor = openSync(file, "wx");
  try {
    if (mode !== undefined) takeMode(descriptor, mode & 0o777);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes the folders that were made, innermost first. */
function removeFolders(folder: string, first: string): void {
  for (let current = folder; current.length >= first.length; current = dirname(current)) {
    rmdirSync(current);
  }
}

function isInside(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep);
}

function unwritable(path: string, code: string): CiclError {
  return new CiclError(
    error(
      "CICL1013",
      {
        what: `"${path}" can't be written (${code}).`,
        why: "Files are written all or not at all, so nothing was changed.",
        fix: "Make the folder writable and remove what stands where a folder must be, then run cicl again.",
      },
      { file: path },
    ),
  );
}

function changedMeanwhile(path: string): CiclError {
  return new CiclError(
    error(
      "CICL1013",
      {
        what: `Somebody else has written "${path}" while cicl ran.`,
        why: "cicl overwrites only what it has compared, so nothing was changed.",
        fix: "Run cicl again.",
      },
      { file: path },
    ),
  );
}

function outside(path: string): CiclError {
  return new CiclError(
    error(
      "CICL1013",
      {
        what: `"${path}" leads out of the root through a symbolic link.`,
        why: "cicl writes below the root only, so nothing was changed.",
        fix: "Replace the link by a folder.",
      },
      { file: path },
    ),
  );
}
