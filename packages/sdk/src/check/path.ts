import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

/** Reads a path inside the repository, relative to the folder of `pipeline.ts`. */
export const path: Reader<string> = (value, origin) => {
  const written = text(value, origin);
  if (/^([/\\~]|[A-Za-z]:)/.test(written) || /\\|\p{Cc}/u.test(written)) {
    fail(
      "CICL2010",
      {
        what: `${JSON.stringify(written)} isn't a relative path.`,
        why: "An absolute path, or one with backslashes, exists on one kind of machine only.",
        fix: 'Write it relative to the folder of pipeline.ts and with "/".',
      },
      origin,
    );
  }
  return written;
};
