import { type ContextName, type EventName, eventNames } from "@cicl/model";
import type { Starts } from "./scope.ts";

/** An expression per fact, given the events that can start a run. */
export type Contexts = Readonly<Record<ContextName, (starts: Starts) => string>>;

/** The facts as both engines spell them; a backend replaces what it spells differently. */
export const sharedContexts: Contexts = {
  "commit.sha": () => "github.sha",
  "branch.name": (starts) => ofOwnRef("heads", starts),
  "tag.name": (starts) => ofOwnRef("tags", starts),
  ref: () => "github.ref",
  event: eventExpression,
  actor: () => "github.actor",
  "repository.name": () => "github.event.repository.name",
  "repository.owner": () => "github.repository_owner",
  "run.id": () => "github.run_id",
  "run.number": () => "github.run_number",
  "run.attempt": () => "github.run_attempt",
  "pr.number": ofPullRequest("github.event.pull_request.number"),
  "pr.title": ofPullRequest("github.event.pull_request.title"),
  "pr.body": ofPullRequest("github.event.pull_request.body"),
  "pr.head-branch": ofPullRequest("github.head_ref"),
  "pr.base-branch": ofPullRequest("github.base_ref"),
};

/** Whether a run can be one of a pull request; whoever is called doesn't know. */
export function maySeePullRequest({ events }: Starts): boolean {
  return events.has("pull-request") || events.has("call");
}

/** Other events can tell of a pull request as well, but aren't one. */
function ofPullRequest(expression: string): Contexts[ContextName] {
  return (starts) => {
    if (!maySeePullRequest(starts)) return "''";
    return starts.natives.length > 0 || starts.events.has("call")
      ? `github.event_name == 'pull_request' && ${expression} || ''`
      : expression;
  };
}

/** The engine's word for each event. */
export const eventTitles: Readonly<Record<Exclude<EventName, "native">, string>> = {
  push: "push",
  tag: "push",
  "pull-request": "pull_request",
  "merge-queue": "merge_group",
  schedule: "schedule",
  manual: "workflow_dispatch",
  call: "workflow_call",
};

/** The events whose ref is the run's own, for a pipeline that can't know what its caller runs on. */
const ownRefEvents = `contains(fromJSON('["push","schedule","workflow_dispatch"]'), github.event_name)`;

/**
 * Tests that keep out the events whose ref isn't the run's own: a merge queue runs on a branch of the queue's, and an
 * event of the target's own on the default branch, whatever it is about.
 * @param exact the ref is compared as a whole, which a queue's branch never equals
 */
export function ownRefTests(kind: "heads" | "tags", { events, natives }: Starts, exact = false): readonly string[] {
  if (events.has("call")) return [ownRefEvents];
  const queued = kind === "heads" && !exact && events.has("merge-queue") ? ["merge_group"] : [];
  return [...queued, ...natives].map((event) => `github.event_name != '${event}'`);
}

function ofOwnRef(kind: "heads" | "tags", starts: Starts): string {
  const tests = [...ownRefTests(kind, starts), `startsWith(github.ref, 'refs/${kind}/')`];
  return `${tests.join(" && ")} && github.ref_name || ''`;
}

/** The event's name in the model's words: a choice over those that can start this pipeline, or whoever calls it. */
function eventExpression({ events }: Starts): string {
  const tests: Partial<Record<EventName, string>> = {
    tag: "startsWith(github.ref, 'refs/tags/') && github.event_name == 'push'",
  };
  const choices = eventNames
    .filter((event) => (events.has("call") ? event !== "call" : events.has(event)))
    .filter((event) => event !== "push" && event !== "native")
    .map((event) => `${tests[event] ?? `github.event_name == '${eventTitles[event]}'`} && '${event}'`);
  return [...choices, "github.event_name"].join(" || ");
}
