import { dirname, join, relative, sep } from "node:path";
import { namesOf } from "./cache/question.ts";
import type { World } from "./cache/world.ts";
import { readText } from "./disk.ts";
import { ignoreRules } from "./lazy.ts";

/**
 * Leaves out the files that git ignores by the `.gitignore` files of the repository, those above the root included.
 * Settings of one machine alone (`.git/info/exclude`, the user's own) don't count: other machines don't have them.
 * What git tracks it never ignores, whatever the rules say.
 * @param root absolute
 * @param files relative to the root, with `/`
 * @param world remembers what was read
 */
export function withoutIgnored(root: string, files: readonly string[], world: World): readonly string[] {
  const top = topOf(root, world);
  const rules = new Map<string, ReturnType<typeof rulesIn>>();
  const pathOf = (file: string): string => relative(top, join(root, file)).split(sep).join("/");
  const ignored = (path: string): boolean => {
    const folders = path.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/"));
    let verdict = false;
    for (const folder of folders) {
      if (!rules.has(folder)) rules.set(folder, rulesIn(top, folder, world));
      const result = rules.get(folder)?.test(folder === "" ? path : path.slice(folder.length + 1));
      if (result?.ignored) verdict = true;
      if (result?.unignored) verdict = false;
    }
    return verdict;
  };
  const hidden = files.map(pathOf).filter(ignored);
  if (hidden.length === 0) return files;
  const isRepository = world.ask(["exists", join(top, ".git")]) !== undefined;
  const tracked = new Set(isRepository ? namesOf(world.ask(["tracked", top])) : []);
  const gone = new Set(hidden.filter((path) => !tracked.has(path)));
  return files.filter((file) => !gone.has(pathOf(file)));
}

/** The top of the git repository, or the root itself outside of one. */
function topOf(root: string, world: World): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (world.ask(["exists", join(folder, ".git")])) return folder;
    if (dirname(folder) === folder) return root;
  }
}

function rulesIn(top: string, folder: string, world: World): ReturnType<typeof ignoreRules> | undefined {
  const text = readText(join(top, folder), ".gitignore", world);
  return text === undefined ? undefined : ignoreRules().add(text);
}
