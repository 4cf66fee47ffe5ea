import { type EventName, matchesAny, type PathFilter, type Pipeline, type Trigger } from "@cicl/model";
import { changedIn, type Event, type EventOf } from "./event.ts";

/** Activities that start a run when a trigger names none. */
const usualActivities: readonly string[] = ["opened", "reopened", "synchronize"];

/**
 * Says whether a pipeline starts on an event; one that is called does on any, its caller's. Unlike in conditions, case counts here, as in the engines' own filters.
 */
export function startsOn(pipeline: Pick<Pipeline, "triggers">, event: Event): boolean {
  return pipeline.triggers.some((trigger) => fires(trigger, event));
}

type TriggerOf<K extends EventName> = Extract<Trigger, { kind: K }>;

const filters: { readonly [K in EventName]: (trigger: TriggerOf<K>, event: EventOf<K>) => boolean } = {
  push: (trigger, event) => allows(trigger.branches, event.branch) && touches(trigger.paths, event),
  tag: (trigger, event) => matchesAny(event.tag, trigger.tags),
  "pull-request": (trigger, event) =>
    allows(trigger.branches, event.base) &&
    (trigger.activities ?? usualActivities).includes(event.activity) &&
    touches(trigger.paths, event),
  "merge-queue": (trigger, event) => allows(trigger.branches, event.base),
  schedule: (trigger, event) => trigger.cron === event.cron,
  manual: () => true,
  call: () => true,
  native: (trigger, event) =>
    trigger.event === event.event && (trigger.filters.types ?? [event.activity]).includes(event.activity),
};

function fires(trigger: Trigger, event: Event): boolean {
  // Whoever calls a pipeline shows it the event of its own run.
  if (trigger.kind === "call") return true;
  if (trigger.kind !== event.kind) return false;
  // The two kinds are equal here, which the compiler can't express for a table of functions.
  const filter = filters[trigger.kind] as (trigger: Trigger, event: Event) => boolean;
  return filter(trigger, event);
}

function allows(globs: readonly string[] | undefined, name: string): boolean {
  return globs === undefined || matchesAny(name, globs);
}

/** At least one changed file is included and not excluded; without `include` all are included. */
function touches(filter: PathFilter | undefined, event: Event): boolean {
  const changed = changedIn(event);
  if (!filter || changed === "everything") return true;
  const included = (path: string): boolean => filter.include.length === 0 || matchesAny(path, filter.include);
  return changed.some((path) => included(path) && !matchesAny(path, filter.exclude));
}
