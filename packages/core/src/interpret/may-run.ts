import type { EventName, Job, Pipeline, Trigger } from "@cicl/model";
import { evaluate } from "./evaluate.ts";
import { eventsOf, factsOfKind } from "./facts.ts";

/**
 * Says whether a job may run on an event, as far as its own condition goes; what is unknown counts as yes.
 * @param job its needs and gates aren't asked
 */
export function mayRunOn(job: Pick<Job, "when">, event: EventName): boolean {
  return job.when === undefined || evaluate(job.when, factsOfKind(event)) !== false;
}

/** The same of the runs that one trigger starts, whose own event and activities are known. */
export function mayRunBy(job: Pick<Job, "when">, trigger: Trigger): boolean {
  const { when } = job;
  if (trigger.kind !== "native" || !when) return mayRunOn(job, trigger.kind);
  const activities = trigger.filters.types ?? [undefined];
  return activities.some((activity) => {
    const facts = { ...factsOfKind("native"), nativeEvent: { event: trigger.event, activity } };
    return evaluate(when, facts) !== false;
  });
}

/** An event of a change that nobody has accepted yet. */
export type Proposal = (typeof proposals)[number] | "native";

const proposals = ["pull-request", "merge-queue"] as const satisfies readonly EventName[];

/**
 * Finds an event of a change that is only proposed, on which a job may run: a pull request, the merge queue, or
 * one that strangers can cause. A pipeline that is called neither deploys nor builds images.
 * @returns the event, `undefined` where the job's condition excludes them all
 */
export function proposalThatMayRun(job: Pick<Job, "when">, pipeline: Pick<Pipeline, "triggers">): Proposal | undefined {
  const events = eventsOf(pipeline);
  if (pipeline.triggers.some(isOpen) && mayRunOn(job, "native")) return "native";
  return proposals.find((event) => events.includes(event) && mayRunOn(job, event));
}

function isOpen(trigger: Trigger): boolean {
  return trigger.kind === "native" && trigger.open;
}
