import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

const host = "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d+)?\\/)?";
const name = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
const repositoryPattern = new RegExp(`^${host}${name}(?:\\/${name})*$`);
const referencePattern = new RegExp(
  `^${host}${name}(?:\\/${name})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);

/** Reads the repository of an image: registry and path, without tag. */
export const imageRepository: Reader<string> = reader(
  repositoryPattern,
  "a repository in lower case without tag, such as registry.example.com/team/app",
);

/** Reads the reference of an image: repository with a tag, a digest or both. */
export const imageReference: Reader<string> = reader(
  referencePattern,
  "a repository in lower case with a tag or digest, such as postgres:17.2",
);

function reader(pattern: RegExp, form: string): Reader<string> {
  return (value, origin) => {
    const written = text(value, origin);
    if (!pattern.test(written)) {
      fail(
        "CICL2001",
        {
          what: `${JSON.stringify(written)} isn't the name of an image here.`,
          why: "A registry would refuse it, or take it for another image.",
          fix: `Write ${form}.`,
        },
        origin,
      );
    }
    return written;
  };
}
