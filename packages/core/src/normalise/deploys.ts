import { type Diagnostic, didYouMean, error, type Origin } from "@cicl/diagnostics";
import type { Job } from "@cicl/model";
import { type Proposal, proposalThatMayRun } from "../interpret/may-run.ts";
import type { Check, Unchecked } from "./check.ts";
import { valuesOf } from "./reads.ts";

/** Deploys go to an environment that exists, ship a digest, and never run for a change that is only proposed. */
export const deploys: Check = (pipeline) =>
  pipeline.jobs.flatMap((job) => [...place(job, pipeline), ...subject(job, pipeline), ...proposed(job, pipeline)]);

const titles: Readonly<Record<Proposal, string>> = {
  "pull-request": "on a pull request",
  "merge-queue": "in the merge queue",
  native: "on an event that strangers can cause",
};

/** Says on which proposed change a job may run, for a sentence. */
export function proposalTitle(event: Proposal): string {
  return titles[event];
}

function proposed(job: Job, pipeline: Unchecked): readonly Diagnostic[] {
  const scoped = valuesOf(job).some(({ value }) => value.kind === "secret" && value.environment !== undefined);
  if (job.role !== "deploy" && job.environment === undefined && !scoped) return [];
  const event = proposalThatMayRun(job, pipeline);
  if (!event) return [];
  return [
    error(
      "CICL2019",
      {
        what: `The deploy "${job.id}" may run ${proposalTitle(event)}.`,
        why: "Whoever proposes a change could deploy it, or read the environment's secrets, before anybody agreed.",
        fix: `Give the job a condition that excludes it, such as when.branch("main").`,
      },
      { origin: job.origin },
    ),
  ];
}

function place(job: Job, { environments }: Unchecked): readonly Diagnostic[] {
  const wrong = (what: string, why: string, fix: string): readonly Diagnostic[] => [
    error("CICL2004", { what, why, fix }, { origin: job.origin }),
  ];
  const names = environments.map((environment) => environment.name);
  if (job.role === "deploy" && job.environment === undefined) {
    return wrong(
      `The deploy "${job.id}" names no environment.`,
      "Approvals, windows and secrets belong to the environment.",
      "Name the environment that it deploys to.",
    );
  }
  if (job.environment !== undefined && (job.role === "ordinary" || job.role === "image")) {
    return wrong(
      `The job "${job.id}" opens the environment "${job.environment}" but isn't a deploy.`,
      "Gates are required before deploys, and it would pass them by.",
      "Declare it as a deploy.",
    );
  }
  if (job.environment === undefined || names.includes(job.environment)) return [];
  return wrong(
    `The job "${job.id}" deploys to "${job.environment}", which the pipeline doesn't declare.`,
    "Its approvals and secrets are unknown.",
    `${didYouMean(job.environment, names)}Declare the environment.`,
  );
}

function subject(job: Job, { jobs }: Unchecked): readonly Diagnostic[] {
  const { subject } = job;
  if (!subject) return [];
  const image = subject.kind === "output" ? jobs.find((other) => other.id === subject.job) : undefined;
  if (subject.kind === "output" && (!image || (image.role === "image" && subject.output === "digest"))) return [];
  const related: readonly { message: string; origin: Origin }[] = image
    ? [{ message: `"${image.id}" is declared here.`, origin: image.origin }]
    : [];
  return [
    error(
      "CICL2013",
      {
        what: `The subject of "${job.id}" isn't the digest of an image that this pipeline builds.`,
        why: "Only a digest says which bytes were tested and which are deployed; a tag can move in between.",
        fix: "Use the output `digest` of an image job.",
      },
      { origin: job.origin, related },
    ),
  ];
}
