import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { type Environment, type Job, type Step, stepsOf } from "@cicl/model";
import type { Check } from "./check.ts";

/** A number with the range that it must lie in. */
interface Amount {
  readonly title: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most?: number;
  readonly whole?: false;
}

/** Every number lies in its range, and every output names a step that exists. */
export const amounts: Check = (pipeline) => [
  ...pipeline.environments.flatMap((environment) => outside(ofEnvironment(environment), environment.origin)),
  ...pipeline.jobs.flatMap((job) => [
    ...outside(ofJob(job), job.origin),
    ...job.services.flatMap(({ health, origin }) =>
      outside(
        [
          { title: "interval of a health check, in seconds,", value: health?.intervalSeconds, least: 1 },
          { title: "number of tries of a health check", value: health?.retries, least: 1 },
        ],
        origin,
      ),
    ),
    ...job.reports.flatMap(({ minimum, origin }) =>
      outside([{ title: "least coverage, in per cent,", value: minimum, least: 0, most: 100, whole: false }], origin),
    ),
    ...job.outputs.flatMap((output) =>
      outside(
        output.kind === "step"
          ? [{ title: "index of an output's step", value: output.step, least: 0, most: job.steps.length - 1 }]
          : [],
        output.origin,
      ),
    ),
    ...stepsOf(job).flatMap(({ step }) => outside(ofStep(step), step.origin)),
  ]),
];

function ofEnvironment({ approval, waitMinutes }: Environment): readonly Amount[] {
  return [
    { title: "number of approvers", value: approval?.count, least: 1 },
    { title: "wait of an environment, in minutes,", value: waitMinutes, least: 0 },
  ];
}

function ofJob(job: Job): readonly Amount[] {
  return [
    { title: "timeout of a job, in minutes,", value: job.timeoutMinutes, least: 1 },
    { title: "depth of the working copy", value: job.checkout === false ? undefined : job.checkout.depth, least: 0 },
    { title: "number of parallel legs", value: job.matrix?.maxParallel, least: 1 },
    { title: "number of tries", value: job.retry?.attempts, least: 2, most: 10 },
    { title: "delay between tries, in seconds,", value: job.retry?.delaySeconds, least: 0 },
  ];
}

function ofStep(step: Step): readonly Amount[] {
  const retention = step.kind === "upload" ? step.retentionDays : undefined;
  return [
    { title: "timeout of a step, in minutes,", value: step.timeoutMinutes, least: 1 },
    { title: "retention of an artifact, in days,", value: retention, least: 1 },
  ];
}

function outside(amounts: readonly Amount[], origin: Origin): readonly Diagnostic[] {
  return amounts.flatMap(({ title, value, least, most = Number.MAX_SAFE_INTEGER, whole = true }) => {
    if (value === undefined || (value >= least && value <= most && (!whole || Number.isInteger(value)))) return [];
    const upper = most === Number.MAX_SAFE_INTEGER ? "" : ` and at most ${most}`;
    return [
      error(
        "CICL2004",
        {
          what: `The ${title} can't be ${value}.`,
          why: "No engine could carry it out.",
          fix: `Use a ${whole ? "whole " : ""}number of at least ${least}${upper}.`,
        },
        { origin },
      ),
    ];
  });
}
