import type { Step } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import type { Work } from "../build/work.ts";

/** What every step brings along, whatever its kind. */
export type Common = Omit<Work, "name" | "image" | "script">;

/**
 * Lowers one kind of step to links of its job's chain.
 * @param node the step's place, that its features are counted at
 * @param index of the job's own step that it is, or stands in
 */
export type StepLowering<S extends Step> = (
  step: S,
  node: string,
  scope: JobScope,
  common: Common,
  index: number,
) => readonly Work[];
