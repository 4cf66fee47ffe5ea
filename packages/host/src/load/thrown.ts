import { inspect } from "node:util";
import { CiclError, type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { isError, originOf, textIn } from "./stack.ts";

/**
 * Says what user code threw while it was loaded.
 * @param cause anything
 * @param file the pipeline or configuration, relative to the root; absent when it isn't known
 */
export function thrown(cause: unknown, file?: string): readonly Diagnostic[] {
  const origin = originOf(cause) ?? (file === undefined ? undefined : topOf(file));
  const place = origin ? { origin } : {};
  if (isError(cause) && cause instanceof CiclError)
    return cause.diagnostics.map((diagnostic) => (diagnostic.origin ? diagnostic : { ...diagnostic, ...place }));
  return [
    error(
      "CICL1004",
      {
        what: `Loading ${file ?? "the pipelines"} threw ${describe(cause)}.`,
        why: "A file that doesn't load can't be rendered.",
        fix: "Correct the code at this place.",
      },
      place,
    ),
  ];
}

/** The first character of a file. */
export function topOf(file: string): Origin {
  return { file, line: 1, column: 1 };
}

function describe(cause: unknown): string {
  if (!isError(cause)) return `something that isn't an error (${inspect(cause, { depth: 0 })})`;
  const [firstLine = ""] = textIn(cause, "message").split("\n");
  return `${textIn(cause, "name") || "an error"}: ${firstLine.replace(/\.$/, "")}`;
}
