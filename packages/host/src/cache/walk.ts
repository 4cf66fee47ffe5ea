import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** Lists folders, each at most once: absolute folder → what stands in it, sorted by name; empty for what is no folder. */
export type Lister = (folder: string) => readonly Dirent[];

/**
 * Makes a lister that remembers what it has seen, so that one run sees one state of each folder.
 * @param before called before a folder is listed
 */
export function createLister(before: (folder: string) => void): Lister {
  const listed = new Map<string, readonly Dirent[]>();
  return (folder) => {
    const known = listed.get(folder);
    if (known) return known;
    before(folder);
    const entries = entriesOf(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
    listed.set(folder, entries);
    return entries;
  };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (isAbsent(cause)) return [];
    throw cause;
  }
}

/** Says whether an error means that nothing is there. */
export function isAbsent(cause: unknown): boolean {
  if (!(cause instanceof Error) || !("code" in cause)) return false;
  return cause.code === "ENOENT" || cause.code === "ENOTDIR";
}

/** A folder that isn't looked into begins with this; behind it stands the expression of its path, without a slash. */
export const skip = "!";

/** What a walk lists beside plain files: what is hidden (its name starts with a dot) or below `node_modules`; links. */
export type Extra = "hidden" | "links";

/**
 * Lists the files below a folder, but those of another git repository, as of a submodule, which a fresh clone doesn't
 * hold, or a working tree beside. Links are not followed.
 * @param folder absolute
 * @returns paths relative to the folder, with `/`
 */
export function walk(folder: string, extras: ReadonlySet<string>, list: Lister): readonly string[] {
  const hidden = extras.has("hidden" satisfies Extra);
  const links = extras.has("links" satisfies Extra);
  const skipped = [...extras].flatMap((extra) => (extra.startsWith(skip) ? [new RegExp(extra.slice(1))] : []));
  const isSkipped = (path: string): boolean => skipped.some((expression) => expression.test(path));
  const found: string[] = [];
  const visit = (below: string): void => {
    const entries = list(join(folder, below));
    if (below !== "" && entries.some(({ name }) => name === ".git")) return;
    for (const entry of entries) {
      if (!hidden && entry.name.startsWith(".")) continue;
      if (entry.isFile() || (links && entry.isSymbolicLink())) found.push(below + entry.name);
      else if (entry.isDirectory() && (hidden || entry.name !== "node_modules") && !isSkipped(below + entry.name)) {
        visit(`${below}${entry.name}/`);
      }
    }
  };
  visit("");
  return found;
}
