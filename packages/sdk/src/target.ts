import { didYouMean, type Origin } from "@cicl/diagnostics";
import { fail } from "./check/fail.ts";
import { type Reader, text } from "./check/reader.ts";

/** The targets that a pipeline may name. */
export const targets = ["github", "gitea", "cloudbuild"] as const;

export type Target = (typeof targets)[number];

/** Reads the name of a target. */
export const target: Reader<Target> = (value, origin) => {
  const name = text(value, origin);
  return targets.find((known) => known === name) ?? unknownTarget(name, origin);
};

/** Throws CICL2003: there is no such target. */
export function unknownTarget(name: string, origin: Origin): never {
  fail(
    "CICL2003",
    {
      what: `There is no target ${JSON.stringify(name)}.`,
      why: "What is written for it would be rendered nowhere.",
      fix: `${didYouMean(name, targets)}The targets are ${targets.join(", ")}.`,
    },
    origin,
  );
}
