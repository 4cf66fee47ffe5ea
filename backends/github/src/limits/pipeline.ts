import type { Diagnostic } from "@cicl/diagnostics";
import { type Job, legsOf, type ManualTrigger, type Pipeline } from "@cicl/model";
import { exceeded } from "./exceeded.ts";
import { alike } from "./names.ts";

/**
 * What a workflow may hold. Source: GitHub's limits for workflows. Each matrix may make so many jobs of a run: the
 * parser asks it of every strategy by itself.
 */
const limits = { matrixLegs: 256, dispatchInputs: 25, dispatchPayload: 65_535 } as const;

/** Limits that the pipeline itself can exceed. */
export function pipelineLimits(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  return [
    ...pipeline.jobs.flatMap(matrixLimits),
    ...pipeline.triggers.flatMap((trigger) => {
      if (trigger.kind === "manual") return manualLimits(trigger);
      return trigger.kind === "call" ? alike(Object.keys(trigger.inputs), "the call's inputs", trigger.origin) : [];
    }),
  ];
}

function matrixLimits({ id, matrix }: Job): readonly Diagnostic[] {
  if (!matrix) return [];
  const legs = legsOf(matrix);
  if (legs.length > limits.matrixLegs) {
    return [exceeded(`The matrix of "${id}" has ${legs.length} legs`, limits.matrixLegs, matrix.origin)];
  }
  const keys = matrix.vectors.map(({ key }) => key);
  return alike(keys, `the matrix of "${id}"`, matrix.origin);
}

function manualLimits({ inputs, origin }: ManualTrigger): readonly Diagnostic[] {
  const names = Object.keys(inputs);
  const defaults = Object.fromEntries(names.map((name) => [name, String(inputs[name]?.default ?? "")]));
  const payload = JSON.stringify(defaults).length;
  return [
    ...(names.length > limits.dispatchInputs
      ? [exceeded(`The manual trigger has ${names.length} inputs`, limits.dispatchInputs, origin)]
      : []),
    ...(payload > limits.dispatchPayload
      ? [exceeded(`The manual trigger's defaults are ${payload} characters as JSON`, limits.dispatchPayload, origin)]
      : []),
    ...alike(names, "the manual trigger's inputs", origin),
  ];
}
