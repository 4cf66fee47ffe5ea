import { type Diagnostic, error } from "@cicl/diagnostics";
import { type Job, legsOf, type ManualTrigger, type Pipeline } from "@cicl/model";
import { exceeded } from "./exceeded.ts";
import { alike } from "./names.ts";

/**
 * What a workflow may hold. Source: GitHub's limits for workflows. Each matrix may make so many jobs of a run: the
 * parser asks it of every strategy by itself.
 */
const limits = {
  ...{ matrixLegs: 256, dispatchInputs: 25, dispatchPayload: 65_535 },
  /** Ten levels of workflows, the caller among them. */
  ...{ callLevels: 9, calledWorkflows: 50 },
} as const;

/** Limits that the pipeline itself can exceed. */
export function pipelineLimits(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  return [
    ...pipeline.jobs.flatMap(matrixLimits),
    ...callLimits(pipeline),
    ...[pipeline, ...pipeline.jobs].flatMap(queueLimits),
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

function callLimits({ jobs, origin }: Pipeline<"gated">): readonly Diagnostic[] {
  const calls = jobs.flatMap(({ call, origin: place }) => (call ? [{ of: call.of, origin: place }] : []));
  const reached = new Set(calls.flatMap(({ of }) => (of.kind === "pipeline" ? of.reaches : [of.workflow])));
  return [
    ...calls.flatMap(({ of, origin: place }) =>
      of.kind === "pipeline" && of.levels > limits.callLevels
        ? [exceeded(`The call of "${of.pipeline}" leads through ${of.levels} levels`, limits.callLevels, place)]
        : [],
    ),
    ...(reached.size > limits.calledWorkflows
      ? [exceeded(`The pipeline calls ${reached.size} workflows in all`, limits.calledWorkflows, origin)]
      : []),
  ];
}

/** A queue that all runs wait in, and a newer run that cancels the older: GitHub refuses the file. */
function queueLimits({ native, concurrency, origin }: Pick<Job, "native" | "concurrency" | "origin">) {
  const queue = native?.find(({ path }) => path.join(".") === "concurrency.queue")?.content;
  if (queue?.kind !== "data" || queue.data !== "max") return [];
  if (concurrency && !concurrency.cancelInProgress) return [];
  return [
    error(
      "CICL5001",
      {
        what: 'The concurrency group lets all runs wait ("queue: max") and cancels the running one, or is none of your own.',
        why: "GitHub takes only one of the two.",
        fix: 'State "concurrency" without "cancelInProgress", or leave out the queue.',
      },
      { target: "github", origin },
    ),
  ];
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
