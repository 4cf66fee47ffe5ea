import { type Diagnostic, didYouMean, error, type Origin } from "@cicl/diagnostics";
import { type CallTrigger, type Job, jobConditions, publishingAction, tokenSecret, walkCondition } from "@cicl/model";
import type { Check, Unchecked } from "./check.ts";
import { type PlacedValue, placed, valuesOf } from "./reads.ts";

/** A pipeline that is called knows only what its caller hands in, and a job that calls one does nothing itself. */
export const calls: Check = (pipeline) => {
  const trigger = pipeline.triggers.find((one) => one.kind === "call");
  return [
    ...(trigger ? called(trigger, pipeline) : []),
    ...pipeline.jobs.flatMap((job) => (job.call ? caller(job) : outputsOfNothing(job))),
  ];
};

const wrong = (what: string, why: string, fix: string, origin: Origin): Diagnostic =>
  error("CICL2020", { what, why, fix }, { origin });

function called(trigger: CallTrigger, pipeline: Unchecked): readonly Diagnostic[] {
  const alone =
    pipeline.triggers.length === 1
      ? []
      : [
          wrong(
            "A pipeline that is called has other triggers too.",
            "A called run sees its caller's event, so nothing could tell it from a run that an event started.",
            "Move what both do into a pipeline of its own that is called, and call it from a second one.",
            trigger.origin,
          ),
        ];
  return [
    ...alone,
    ...trigger.outputs.flatMap((output) => unknownOutput(output, pipeline)),
    ...secrets(
      pipeline.env.flatMap(({ value, origin }) => placed(value, origin)),
      trigger,
    ),
    ...pipeline.jobs.flatMap((job) => [
      ...publishing(job, pipeline),
      ...secrets(valuesOf(job), trigger),
      ...asksForCall(job),
    ]),
  ];
}

function unknownOutput({ job, output, origin }: CallTrigger["outputs"][number], { jobs }: Unchecked) {
  const found = jobs.find(({ id }) => id === job);
  if (found && !found.matrix && found.outputs.some(({ name }) => name === output)) return [];
  return [
    wrong(
      `The output "${output}" of the job "${job}" isn't one of this pipeline's.`,
      "The caller would read it as empty.",
      "Name an output that a job of this pipeline declares, one without a matrix.",
      origin,
    ),
  ];
}

/** What is proved of a deploy is proved inside one pipeline. */
function publishing(job: Job, pipeline: Unchecked): readonly Diagnostic[] {
  const action = publishingAction(job, pipeline);
  const isPublishing = job.role === "deploy" || job.role === "image" || action !== undefined;
  if (!isPublishing) return [];
  return [
    wrong(
      action === undefined
        ? `The ${job.role} "${job.id}" stands in a pipeline that is called.`
        : `The job "${job.id}" publishes by ${action}, and stands in a pipeline that is called.`,
      "Whether all gates stand before it depends on every caller, and can't be proved here.",
      "Leave it in the calling pipeline, and move only what stands before or behind it.",
      job.origin,
    ),
  ];
}

function secrets(read: readonly PlacedValue[], trigger: CallTrigger): readonly Diagnostic[] {
  return read.flatMap(({ value, origin }) => {
    if (value.kind !== "secret" || value.name === tokenSecret || trigger.secrets.includes(value.name)) return [];
    return [
      wrong(
        `The secret "${value.name}" isn't among those that the caller hands in.`,
        "A called pipeline sees no other, so it would be empty.",
        `${didYouMean(value.name, trigger.secrets)}Name it in on.call({ secrets: […] }).`,
        origin,
      ),
    ];
  });
}

function asksForCall(job: Job): readonly Diagnostic[] {
  return jobConditions(job).flatMap(({ condition, origin }) => {
    let asks = false;
    walkCondition(condition, (part) => {
      if (part.kind === "event" && part.event === "call") asks = true;
    });
    if (!asks) return [];
    return [
      wrong(
        'A condition asks whether the event is "call".',
        "A called pipeline sees the event of its caller, so the condition would never hold.",
        "Leave it out: this pipeline runs by calls alone.",
        origin,
      ),
    ];
  });
}

function caller(job: Job): readonly Diagnostic[] {
  const own = [
    ...(job.steps.length > 0 ? ["steps"] : []),
    ...(job.env.length > 0 ? ["env"] : []),
    ...(job.container ? ["container"] : []),
    ...(job.services.length > 0 ? ["services"] : []),
    ...(job.reports.length > 0 ? ["reports"] : []),
    ...(job.environment === undefined ? [] : ["environment"]),
    ...(job.allowFailure ? ["allowFailure"] : []),
    ...(job.timeoutMinutes === undefined || "edges" in job ? [] : ["timeout"]),
    ...(job.role === "ordinary" ? [] : [`the role ${job.role}`]),
  ];
  if (own.length === 0) return [];
  return [
    wrong(
      `The job "${job.id}" calls a pipeline and has ${own.join(", ")} of its own.`,
      "Engines take nothing but inputs and secrets there.",
      "Put it into the pipeline that is called, or into a job beside this one.",
      job.origin,
    ),
  ];
}

function outputsOfNothing(job: Job): readonly Diagnostic[] {
  return job.outputs.flatMap(({ kind, name, origin }) =>
    kind === "call"
      ? [
          wrong(
            `The output "${name}" comes from a call, and the job "${job.id}" makes none.`,
            "It would be empty in every run.",
            "Let a step write it.",
            origin,
          ),
        ]
      : [],
  );
}
