import type { Origin } from "@cicl/diagnostics";
import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

/** Reads a glob of paths: `*`, `**` and `?` are wildcards, everything else is literal. */
export const glob: Reader<string> = (value, origin) =>
  read(
    value,
    origin,
    'Use names that start at the folder of this pipeline.ts, as in "src/**", with "*", "**" and "?" as the only wildcards. What stands beside or above the folder takes a pipeline.ts above it.',
  );

function read(value: unknown, origin: Origin, fix: string): string {
  const pattern = text(value, origin);
  const problem = problemOf(pattern);
  if (problem === undefined) return pattern;
  return fail(
    "CICL2010",
    {
      what: `The glob ${JSON.stringify(pattern)} ${problem}.`,
      why: "Engines read such a pattern differently, or match nothing with it.",
      fix,
    },
    origin,
  );
}

/** Reads a glob of branches or tags, with the same wildcards. */
export const refGlob: Reader<string> = (value, origin) => {
  const pattern = read(value, origin, 'Use names of branches or tags with "*", "**" and "?" as the only wildcards.');
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
  if (/(^|\/)\.\.(\/|$)/.test(pattern)) return 'holds ".."';
  if (pattern.includes("\\")) return "holds a backslash";
  if (/\p{Cc}/u.test(pattern)) return "holds a control character";
  return undefined;
}
