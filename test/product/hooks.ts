import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { workspace } from "./folders.ts";

/** One of the hooks that the tool pre-commit finds in this repository. */
export interface Hook {
  readonly id: string;
  /** The command line. */
  readonly entry: string;
  /** A regular expression: the hook runs when a path of the commit matches. */
  readonly files: string;
}

/** All of them. */
export const hooks: readonly Hook[] = parse(readFileSync(join(workspace, ".pre-commit-hooks.yaml"), "utf8"));

/** Finds a hook; throws when there is none. */
export function hook(id: string): Hook {
  const found = hooks.find((each) => each.id === id);
  if (!found) throw new RangeError(`There is no hook ${id}.`);
  return found;
}
