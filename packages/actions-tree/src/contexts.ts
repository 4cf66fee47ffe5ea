import { type ContextName, type EventName, eventNames } from "@cicl/model";
import { eventTitles } from "./condition.ts";

/** An expression per fact, given the events that can start a run. */
export type Contexts = Readonly<Record<ContextName, (events: ReadonlySet<EventName>) => string>>;

/** The facts as both engines spell them; a backend replaces what it spells differently. */
export const sharedContexts: Contexts = {
  "commit.sha": () => "github.sha",
  "branch.name": (events) => {
    const isBranch = "startsWith(github.ref, 'refs/heads/')";
    // A merge queue runs on a branch that is the queue's, not the repository's.
    const own = events.has("merge-queue") ? `github.event_name != 'merge_group' && ${isBranch}` : isBranch;
    return `${own} && github.ref_name || ''`;
  },
  "tag.name": () => "startsWith(github.ref, 'refs/tags/') && github.ref_name || ''",
  ref: () => "github.ref",
  event: eventExpression,
  actor: () => "github.actor",
  "repository.name": () => "github.event.repository.name",
  "repository.owner": () => "github.repository_owner",
  "run.id": () => "github.run_id",
  "run.number": () => "github.run_number",
  "run.attempt": () => "github.run_attempt",
  "pr.number": () => "github.event.pull_request.number",
  "pr.title": () => "github.event.pull_request.title",
  "pr.body": () => "github.event.pull_request.body",
  "pr.head-branch": () => "github.head_ref",
  "pr.base-branch": () => "github.base_ref",
};

/** The event's name in the model's words: a choice over those that can start this pipeline. */
function eventExpression(events: ReadonlySet<EventName>): string {
  const tests: Partial<Record<EventName, string>> = {
    tag: "startsWith(github.ref, 'refs/tags/') && github.event_name == 'push'",
  };
  const choices = eventNames
    .filter((event) => events.has(event) && event !== "push")
    .map((event) => `${tests[event] ?? `github.event_name == '${eventTitles[event]}'`} && '${event}'`);
  return [...choices, "github.event_name"].join(" || ");
}
