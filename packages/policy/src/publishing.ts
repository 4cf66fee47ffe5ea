import { type EventName, type Job, makesPublic, type Pipeline } from "@cicl/model";

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
 * Says whether a job makes something public: it pushes an image, ships to an environment, runs an action that is known
 * to publish, or may write to where things are published. Such jobs wait for every source gate.
 */
export function publishes(job: Job, pipeline: Pipeline): boolean {
  if (job.gate !== undefined) return false;
  if (makesPublic(job, pipeline)) return true;
  const pushes = pipeline.triggers.some((trigger) => publishingEvents.has(trigger.kind));
  return pushes && job.steps.some((step) => step.kind === "image");
}
