import { diffLibrary } from "./lazy.ts";
import type { PlanEntry } from "./plan.ts";

/**
 * Writes what a plan would change in one file as a unified diff.
 * @returns text with a final newline; empty for a file that stays
 */
export function unifiedDiff(entry: PlanEntry): string {
  if (entry.before === entry.after) return "";
  const before = entry.before === undefined ? "/dev/null" : `a/${entry.path}`;
  const after = entry.after === undefined ? "/dev/null" : `b/${entry.path}`;
  const patch = diffLibrary().createTwoFilesPatch(
    before,
    after,
    entry.before ?? "",
    entry.after ?? "",
    undefined,
    undefined,
    {
      context: 3,
    },
  );
  return patch.replace(/^=+\n/, "");
}
