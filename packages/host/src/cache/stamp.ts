import { lstatSync, type Stats, statSync } from "node:fs";
import type { Question } from "./question.ts";

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
  if (!stat.isFile() || stat.ctimeMs > now - coarsestTick) return undefined;
  return [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino];
}

/** The real clock: while user code runs, it is refused the global one. */
export const clock = Date.now;

/** The stamp that the answer to a question gets if it is asked now; only the questions for bytes of a file have one. */
export function currentStamp(question: Question, now: number = clock()): Stamp | undefined {
  const stat = statOf(question);
  return stat && stampOf(stat, now);
}

/** Whether a file is as it was when it got its stamp. */
export function isStill(question: Question, [size, modified, changed, inode]: Stamp): boolean {
  const stat = statOf(question);
  return (
    stat?.isFile() === true &&
    stat.size === size &&
    stat.mtimeMs === modified &&
    stat.ctimeMs === changed &&
    stat.ino === inode
  );
}

function statOf([kind, path]: Question): Stats | undefined {
  if (kind === "plain") return lstatSync(path, { throwIfNoEntry: false });
  return kind === "text" ? statSync(path, { throwIfNoEntry: false }) : undefined;
}
