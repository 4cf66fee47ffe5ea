import type { Code, Text } from "@cicl/diagnostics";

/** Keys and indices from the top of the file. */
export type Path = readonly (string | number)[];

/** What Cloud Build would refuse, or would silently do otherwise, and where. */
export interface Problem extends Text {
  readonly code: Extract<Code, "CICL5005" | "CICL5008">;
  readonly path: Path;
}

/**
 * Says that a file breaks a rule.
 * @param path where
 * @param text what is wrong, why it matters, what to do; one sentence each
 */
export function invalid(path: Path, text: Text): Problem {
  return { code: "CICL5008", path, ...text };
}

/**
 * Compares an amount with Cloud Build's limit.
 * @param path where
 * @param subject what is counted, as a sentence begins: `Step "a" has`
 * @param amount how many, and of what: `[301, "steps"]`
 * @param most the greatest that is allowed
 * @returns one problem, or none
 */
export function within(
  path: Path,
  subject: string,
  [count, unit]: readonly [count: number, unit: string],
  most: number,
): readonly Problem[] {
  if (count <= most) return [];
  return [
    {
      code: "CICL5005",
      path,
      what: `${subject} ${count} ${unit}, and Cloud Build allows ${most}.`,
      why: "Cloud Build refuses such a build before its first step.",
      fix: "Make it smaller: split the pipeline or the job, or move long text into a file of the repository.",
    },
  ];
}

/** The values that stand in a list more than once, each with the index of its repetition. */
export function repeated(values: readonly string[]): readonly (readonly [index: number, value: string])[] {
  if (values.length < 2 || new Set(values).size === values.length) return [];
  return [...values.entries()].filter(([index, value]) => values.indexOf(value) < index);
}
