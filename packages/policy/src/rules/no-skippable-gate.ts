import { type Job, stepsOf } from "@cicl/model";
import { bypass, type Rule } from "./rule.ts";

/** What would make a gate skippable or its verdict meaningless. */
export const noSkippableGate: Rule = {
  id: "no-skippable-gate",
  title: "A gate runs on every event, and its verdict counts",
  check: (pipeline) =>
    pipeline.jobs
      .filter((job) => job.role === "gate")
      .flatMap((job) => holes(job).map(([hole, advice]) => bypass(job, hole, advice))),
};

/** Each with the way out. */
function holes(job: Job): readonly (readonly [string, string])[] {
  return [
    ...(job.when
      ? [["has a condition, so it can be skipped", `Leave out "when": a gate runs on every event.`] as const]
      : []),
    ...(job.allowFailure ? [["may fail without consequence", `Leave out "allowFailure".`] as const] : []),
    ...(stepsOf(job).some(({ step }) => step.allowFailure)
      ? [
          [
            "has a step that may fail, behind which it passes all the same",
            `Leave out "allowFailure" on its steps.`,
          ] as const,
        ]
      : []),
    ...(job.runs !== "on-success" ? [["runs whatever happened before", `Leave out "runs".`] as const] : []),
    ...(job.matrix
      ? [["is a matrix, whose legs overwrite each other's token", "Declare a gate for each leg."] as const]
      : []),
  ];
}
