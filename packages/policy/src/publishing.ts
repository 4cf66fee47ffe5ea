import type { EventName, Job, Pipeline } from "@cicl/model";

/** Events on which an image is pushed, promoted or reused rather than only built. */
const publishingEvents: ReadonlySet<EventName> = new Set<EventName>([
  "push",
  "tag",
  "schedule",
  "manual",
  "call",
  "native",
]);

/**
 * Says whether a job makes something public: it pushes an image or ships to an environment. Such jobs wait for every
 * source gate.
 */
export function publishes(job: Job, pipeline: Pipeline): boolean {
  if (job.environment !== undefined) return true;
  const pushes = pipeline.triggers.some((trigger) => publishingEvents.has(trigger.kind));
  return pushes && job.steps.some((step) => step.kind === "image");
}
