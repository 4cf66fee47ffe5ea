import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CiclError, error } from "@cicl/diagnostics";
import { namesOf, stemOf } from "./cache/question.ts";
import { createWorld, type World } from "./cache/world.ts";

/** The name of the configuration; the folder that holds it is a root. */
export const configFile = "cicl.config.ts";

/** The folder that all paths of a run are relative to. */
export interface Root {
  /** Absolute. */
  readonly folder: string;
  /** Whether it holds a `cicl.config.ts`. */
  readonly configured: boolean;
}

/**
 * Finds the root of a folder: the nearest ancestor (or itself) with `cicl.config.ts`, else the top of the git
 * repository. The search ends at the top of the repository, so that a file above it never governs it.
 * @param cwd where the command runs; absolute, or relative to the process's own folder
 * @param world remembers where it was looked
 * @throws CiclError CICL1017 for a folder that doesn't exist, CICL1001 outside any root, CICL1008 for a
 * configuration under another name
 */
export function findRoot(cwd: string, world: World = createWorld()): Root {
  const start = resolve(cwd);
  if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CiclError(
      error("CICL1017", {
        what: `The folder "${cwd}" doesn't exist.`,
        why: "cicl looks for pipelines from there.",
        fix: "Name an existing folder with --cwd.",
      }),
    );
  }
  for (let folder = start; ; folder = dirname(folder)) {
    if (world.ask(["exists", join(folder, configFile)])) return { folder, configured: true };
    refuseOtherNames(folder, world);
    if (world.ask(["exists", join(folder, ".git")])) return { folder, configured: false };
    if (dirname(folder) === folder) break;
  }
  throw new CiclError(
    error("CICL1001", {
      what: `Neither a ${configFile} nor a git repository was found here or above.`,
      why: "Paths of pipelines and rendered files are relative to such a root.",
      fix: `Run cicl inside a git repository, or put a ${configFile} into the folder that holds your pipelines.`,
    }),
  );
}

/** Names like that of the configuration; none in a folder above that can't be listed. */
function namesBeside(folder: string, world: World): readonly string[] {
  try {
    return namesOf(world.ask(["names", folder, stemOf(configFile)]));
  } catch {
    return [];
  }
}

/** A configuration under another name would be passed over, with the policy in it. */
function refuseOtherNames(folder: string, world: World): void {
  const found = namesBeside(folder, world).find((name) => /^cicl\.config\.(?:[cm]?[jt]sx?|json|ya?ml)$/i.test(name));
  if (found === undefined) return;
  throw new CiclError(
    error(
      "CICL1008",
      {
        what: `The configuration is called ${found}.`,
        why: "cicl reads no other name, and would run without its targets and its policy.",
        fix: `Rename it to ${configFile}.`,
      },
      { file: found },
    ),
  );
}
