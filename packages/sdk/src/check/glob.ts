import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

/** Reads a glob of paths: `*`, `**` and `?` are wildcards, everything else is literal. */
export const glob: Reader<string> = (value, origin) => {
  const pattern = text(value, origin);
  const problem = problemOf(pattern);
  if (problem !== undefined) {
    fail(
      "CICL2010",
      {
        what: `The glob ${JSON.stringify(pattern)} ${problem}.`,
        why: "Engines read such a pattern differently, or match nothing with it.",
        fix: 'Use names relative to the root of the repository with "*", "**" and "?" as the only wildcards.',
      },
      origin,
    );
  }
  return pattern;
};

/** Reads a glob of branches or tags, with the same wildcards. */
export const refGlob: Reader<string> = (value, origin) => {
  const pattern = glob(value, origin);
  const found = /\.\.|[[\]\\^~: ]/.exec(pattern)?.[0];
  if (found !== undefined) {
    const problem = found === " " ? "a blank" : JSON.stringify(found);
    fail(
      "CICL2010",
      {
        what: `The glob ${JSON.stringify(pattern)} holds ${problem}, which stands in no name of a branch or tag.`,
        why: "Such a pattern matches nothing, or something else on each engine.",
        fix: 'Use "*" for anything but "/", "**" for anything and "?" for one character: there are no other wildcards.',
      },
      origin,
    );
  }
  return pattern;
};

function problemOf(pattern: string): string | undefined {
  if (pattern.startsWith("!")) return 'starts with "!"';
  if (pattern.startsWith("/") || pattern.startsWith("./")) return "doesn't start with a name";
  if (/(^|\/)\.\.(\/|$)/.test(pattern)) return "leaves the repository";
  if (pattern.includes("\\")) return "holds a backslash";
  if (/\p{Cc}/u.test(pattern)) return "holds a control character";
  return undefined;
}
