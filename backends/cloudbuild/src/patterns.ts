import { globToRegExp } from "@cicl/model";

/** An anchored RE2 expression that matches what any of the globs matches; triggers respect case. */
export function re2(globs: readonly string[]): string {
  const sources = globs.map((glob) => globToRegExp(glob).source.slice(1, -1).replaceAll("\\/", "/"));
  const [only] = sources;
  return only !== undefined && sources.length === 1 ? `^${only}$` : `^(?:${sources.join("|")})$`;
}

/** An anchored POSIX extended expression for a glob, in lower case. */
export function extendedExpression(glob: string): string {
  const source = glob
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => wildcards[part] ?? part.replace(/[\\^$.|+()[\]{}]/g, "\\$&"))
    .join("");
  return `^${source}$`;
}

const wildcards: Readonly<Record<string, string>> = { "**/": "(.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };

/**
 * Globs of changed files as a trigger understands them. `**` with a slash also matches no folder at all, which is
 * said by a second glob.
 * @returns the globs; `undefined` where one has a `**` beside other characters, which the engine doesn't define
 */
export function fileGlobs(globs: readonly string[]): readonly string[] | undefined {
  if (globs.some((glob) => glob.split("/").some((part) => part.includes("**") && part !== "**"))) return undefined;
  return [...new Set(globs.flatMap((glob) => withoutFolders(glob.replace(/[\\[\]]/g, "\\$&"))))];
}

function withoutFolders(glob: string): readonly string[] {
  const at = glob.indexOf("**/");
  if (at < 0) return [glob];
  const rest = withoutFolders(glob.slice(at + 3));
  return [...rest.map((tail) => `${glob.slice(0, at)}**/${tail}`), ...rest.map((tail) => glob.slice(0, at) + tail)];
}
