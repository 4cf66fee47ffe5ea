import type { Condition, EventName, Job, Pipeline } from "@cicl/model";
import { evaluate } from "./evaluate.ts";
import { eventsOf, factsOfKind, factsOfProposedCall } from "./facts.ts";

/**
 * Says whether a job may run on an event, as far as its own condition goes; what is unknown counts as yes.
 * @param job its needs and gates aren't asked
 */
export function mayRunOn(job: Pick<Job, "when">, event: EventName): boolean {
  return job.when === undefined || evaluate(job.when, factsOfKind(event)) !== false;
}

/** Events of changes that nobody has accepted yet. */
const proposals = ["pull-request", "merge-queue"] as const satisfies readonly EventName[];

/**
 * Finds an event of a change that is only proposed, on which a job may run: a pull request, the merge queue, or a call
 * by a pipeline that itself runs on one.
 * @returns the event, `undefined` where the job's condition excludes them all
 */
export function proposalThatMayRun(
  job: Pick<Job, "when">,
  pipeline: Pick<Pipeline, "triggers">,
): EventName | undefined {
  const events = eventsOf(pipeline);
  const direct = proposals.find((event) => events.includes(event) && mayRunOn(job, event));
  if (direct || !events.includes("call")) return direct;
  const { when } = job;
  const excluded = when && (["call", ...proposals] as const).every((event) => !mayHold(when, event));
  return excluded ? undefined : "call";
}

function mayHold(when: Condition, event: Parameters<typeof factsOfProposedCall>[0]): boolean {
  return evaluate(when, factsOfProposedCall(event)) !== false;
}
