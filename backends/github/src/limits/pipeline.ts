import type { Diagnostic } from "@cicl/diagnostics";
import { legsOf, type Pipeline } from "@cicl/model";
import { exceeded } from "./exceeded.ts";

/** What a workflow may hold. Source: GitHub's limits for workflows. */
const limits = { matrixLegs: 256, dispatchInputs: 25 } as const;

/** Limits that the pipeline itself can exceed. */
export function pipelineLimits(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  return [
    ...pipeline.jobs.flatMap((job) => {
      const legs = job.matrix ? legsOf(job.matrix).length : 0;
      return job.matrix && legs > limits.matrixLegs
        ? [exceeded(`The matrix of "${job.id}" has ${legs} legs`, limits.matrixLegs, job.matrix.origin)]
        : [];
    }),
    ...pipeline.triggers.flatMap((trigger) => {
      const count = trigger.kind === "manual" ? Object.keys(trigger.inputs).length : 0;
      return count > limits.dispatchInputs
        ? [exceeded(`The manual trigger has ${count} inputs`, limits.dispatchInputs, trigger.origin)]
        : [];
    }),
  ];
}
