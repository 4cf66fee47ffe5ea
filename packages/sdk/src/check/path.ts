import type { Code } from "@cicl/diagnostics";
import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

/** Reads a path inside the repository, relative to the folder of `pipeline.ts`. */
export const path: Reader<string> = relative("CICL2004");

/** The same for the files of an artifact. */
export const artifactPath: Reader<string> = relative("CICL2016");

/** Reads the path of what a cache keeps: relative, absolute, or below the home folder `~`. */
export const cachePath: Reader<string> = (value, origin) => {
  const written = text(value, origin);
  if (!/^[/~]/.test(written)) return path(written, origin);
  if (/\p{Cc}/u.test(written)) {
    fail(
      "CICL2004",
      {
        what: `The path ${JSON.stringify(written)} holds a control character.`,
        why: "Engines take a line end for the start of another path.",
        fix: "Write each path as an element of its own.",
      },
      origin,
    );
  }
  return written;
};

function relative(code: Code): Reader<string> {
  return (value, origin) => {
    const written = text(value, origin);
    if (/^([/\\~]|[A-Za-z]:)/.test(written) || /\\|\p{Cc}/u.test(written)) {
      fail(
        code,
        {
          what: `${JSON.stringify(written)} isn't a relative path.`,
          why: "An absolute path, or one with backslashes or line ends, exists on one kind of machine only.",
          fix: 'Write it relative to the folder of pipeline.ts and with "/".',
        },
        origin,
      );
    }
    if (written.split("/").includes("..")) {
      fail(
        code,
        {
          what: `The path ${JSON.stringify(written)} goes up by "..".`,
          why: "It may leave the repository, where every machine holds something else.",
          fix: "Name something in the folder of pipeline.ts, or move pipeline.ts up.",
        },
        origin,
      );
    }
    return written;
  };
}
