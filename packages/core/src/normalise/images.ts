import { type Diagnostic, error } from "@cicl/diagnostics";
import { type EventName, type Job, stepsOf } from "@cicl/model";
import { evaluate } from "../interpret/evaluate.ts";
import { eventsOf, factsOfKind } from "../interpret/facts.ts";
import { mayRunOn, proposalThatMayRun } from "../interpret/may-run.ts";
import type { Check, Unchecked } from "./check.ts";
import { proposalTitle } from "./deploys.ts";
import { valuesOf } from "./reads.ts";

/** A digest is read only where an image was pushed, and promoted only where it was built. */
export const images: Check = (pipeline) => {
  const built = new Set(pipeline.jobs.flatMap(({ id, role }) => (role === "image" ? [id] : [])));
  return pipeline.jobs.flatMap((job) => [
    ...builds(job),
    ...digests(job, pipeline, built),
    ...promotion(job, pipeline),
  ]);
};

/** All rules about images hang on the job's role, so the role and the step come together. */
function builds(job: Job): readonly Diagnostic[] {
  const count = stepsOf(job).filter(({ step }) => step.kind === "image").length;
  if (count === (job.role === "image" ? 1 : 0)) return [];
  return [
    error(
      "CICL2004",
      {
        what: `The job "${job.id}" ${job.role === "image" ? "is an image" : "is no image"} but builds ${count} of them.`,
        why: "Whether an image is pushed, promoted or reused is decided for a job that builds exactly that image.",
        fix: "Build each image in an image job of its own.",
      },
      { origin: job.origin },
    ),
  ];
}

function digests(job: Job, pipeline: Unchecked, built: ReadonlySet<string>): readonly Diagnostic[] {
  if (built.size === 0) return [];
  const event = proposalThatMayRun(job, pipeline);
  if (!event) return [];
  return valuesOf(job).flatMap(({ value, origin }) => {
    if (value.kind !== "output" || value.output !== "digest" || !built.has(value.job)) return [];
    return [
      error(
        "CICL2014",
        {
          what: `The job "${job.id}" reads the digest of "${value.job}" and may run ${proposalTitle(event)}.`,
          why: "There the image is built but not pushed, so it has no digest.",
          fix: `Give "${job.id}" a condition that excludes it, such as when.branch("main").`,
        },
        { origin },
      ),
    ];
  });
}

/** Events whose runs take the image that a push of the same commit built. */
const promoting = ["tag", "schedule", "manual", "native"] as const satisfies readonly EventName[];

function promotion(job: Job, pipeline: Unchecked): readonly Diagnostic[] {
  if (job.role !== "image" || !job.when || evaluate(job.when, factsOfKind("push")) === true) return [];
  const event = promoting.find((name) => eventsOf(pipeline).includes(name) && mayRunOn(job, name));
  if (!event) return [];
  return [
    error(
      "CICL2014",
      {
        what: `The image "${job.id}" has a condition and may run on the event "${event}".`,
        why: "Such a run looks up the image that the push of the commit built, and there the condition may have skipped it.",
        fix: "Remove the condition, or let it exclude every event but pushes and pull requests.",
      },
      { origin: job.origin },
    ),
  ];
}
