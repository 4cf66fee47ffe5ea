import { dirname, join, relative, sep } from "node:path";
import type { World } from "./cache/world.ts";
import { readText } from "./disk.ts";
import { ignoreRules } from "./lazy.ts";

/**
 * Leaves out the files that git ignores by the `.gitignore` files of the repository, those above the root included.
 * Settings of one machine alone (`.git/info/exclude`, the user's own) don't count: other machines don't have them.
 * @param root absolute
 * @param files relative to the root, with `/`
 * @param world remembers what was read
 */
export function withoutIgnored(root: string, files: readonly string[], world: World): readonly string[] {
  const top = topOf(root, world);
  const rules = new Map<string, ReturnType<typeof rulesIn>>();
  const ignored = (file: string): boolean => {
    const path = relative(top, join(root, file)).split(sep).join("/");
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
  return files.filter((file) => !ignored(file));
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
