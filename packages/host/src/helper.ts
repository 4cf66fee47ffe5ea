import { lstatSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { unlikeAnyOther } from "./unlike-any-other.ts";

/** The name of a file that stands beside another one while that is written. */
const helper = /^\..+\.cicl-\d+-[0-9a-z]+\.(?:new|old)$/;

/** Milliseconds after which the run that a file helped has surely ended. */
const hour = 60 * 60 * 1000;

/** The path of a new helping file. @param purpose its new content, or a copy of the old one */
export function helperOf(target: string, purpose: "new" | "old"): string {
  return join(dirname(target), `.${basename(target)}.cicl-${unlikeAnyOther()}.${purpose}`);
}

/** Whether a file only helps a run that goes on, or that was killed. */
export function isHelper(path: string): boolean {
  return helper.test(basename(path));
}

/** Removes what runs that were killed have left in a folder, as far as it can be. @param folder absolute */
export function removeLeftHelpers(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter(isHelper)) {
      const file = join(folder, name);
      const stat = lstatSync(file, { throwIfNoEntry: false });
      if (stat?.isFile() && stat.mtimeMs < Date.now() - hour) rmSync(file, { force: true });
    }
  } catch {
    // Everything is written already; the next run tries again.
  }
}
