/**
 * The portable globs of branches, tags and paths: `*` matches any run of characters but `/`, `**` any run at all, `?`
 * one character but `/`; everything else is literal. `**` followed by `/` also matches nothing.
 * @param glob the pattern
 * @returns an anchored regular expression, safe from catastrophic backtracking on names of repository length
 */
export function globToRegExp(glob: string): RegExp {
  let source = "";
  for (let index = 0; index < glob.length; index++) {
    const character = glob.charAt(index);
    if (character === "*" && glob[index + 1] === "*") {
      index++;
      if (glob[index + 1] === "/") {
        index++;
        source += "(?:.*/)?";
      } else source += ".*";
    } else if (character === "*") source += "[^/]*";
    else if (character === "?") source += "[^/]";
    else source += character.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  }
  return new RegExp(`^${source}$`, "s");
}

/** Says whether a name matches one of the globs. */
export function matchesAny(name: string, globs: readonly string[]): boolean {
  return globs.some((glob) => globToRegExp(glob).test(name));
}

/** Says whether a pattern holds no wildcard. */
export function isExact(glob: string): boolean {
  return !/[*?]/.test(glob);
}

/** The literal before a final `**`, for a pattern that is nothing but a prefix; `undefined` for any other. */
export function globPrefix(glob: string): string | undefined {
  const prefix = glob.endsWith("**") ? glob.slice(0, -2) : undefined;
  return prefix !== undefined && isExact(prefix) ? prefix : undefined;
}
