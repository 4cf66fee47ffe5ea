import { lstatSync, type Stats, statSync } from "node:fs";
import type { Question } from "./question.ts";
import { isAbsent } from "./walk.ts";

/**
 * What a file system says of a file: as long as it says the same, nobody has written to the file. The time of the last
 * change can't be set by anybody, unlike that of the content.
 */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

/**
 * Milliseconds for which a changed file may look as before: the coarsest clock of a file system counts by two seconds.
 * The stamp of a file that has just been changed says nothing, since the next change may come within the same tick.
 */
const coarsestTick = 3000;

/** The stamp of a file whose state was asked for at a time, in milliseconds since 1970. */
export function stampOf(stat: Stats, now: number): Stamp | undefined {
  return stat.isFile() ? settledStamp(stat, now) : undefined;
}

function settledStamp(stat: Stats, now: number): Stamp | undefined {
  if (stat.ctimeMs > now - coarsestTick) return undefined;
  return [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino];
}

/** The stamp of a place where no folder is. */
const noFolder: Stamp = [0, 0, 0, 0];

/**
 * The stamp of a folder: as long as it is the same, nothing in the folder itself was added, removed or renamed. On Windows
 * there is none, since FAT keeps no such times there.
 * @param now milliseconds since 1970
 * @returns `undefined` for a folder that has just been changed
 */
export function folderStamp(folder: string, now: number = clock()): Stamp | undefined {
  if (process.platform === "win32") return undefined;
  const stat = folderStat(folder);
  return stat ? settledStamp(stat, now) : noFolder;
}

/** Whether a folder is as it was when it got its stamp. */
export function isFolderStill(folder: string, stamp: Stamp): boolean {
  const stat = folderStat(folder);
  return stat ? isSame(stat, stamp) : stamp.every((part) => part === 0);
}

/** Of what links lead to, as it is when a folder is listed. */
function folderStat(folder: string): Stats | undefined {
  try {
    const stat = statSync(folder);
    return stat.isDirectory() ? stat : undefined;
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw cause;
  }
}

/** The real clock: while user code runs, it is refused the global one. */
export const clock = Date.now;

/** The stamp that the answer to a question gets if it is asked now; only the questions for bytes of a file have one. */
export function currentStamp(question: Question, now: number = clock()): Stamp | undefined {
  const stat = statOf(question);
  return stat && stampOf(stat, now);
}

/** Whether a file is as it was when it got its stamp. */
export function isStill(question: Question, stamp: Stamp): boolean {
  const stat = statOf(question);
  return stat?.isFile() === true && isSame(stat, stamp);
}

function isSame(stat: Stats, [size, modified, changed, inode]: Stamp): boolean {
  return stat.size === size && stat.mtimeMs === modified && stat.ctimeMs === changed && stat.ino === inode;
}

function statOf([kind, path]: Question): Stats | undefined {
  if (kind === "plain") return lstatSync(path, { throwIfNoEntry: false });
  return kind === "text" ? statSync(path, { throwIfNoEntry: false }) : undefined;
}
