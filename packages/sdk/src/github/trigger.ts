import type { Origin } from "@cicl/diagnostics";
import type { NativeTrigger } from "@cicl/model";
import { refGlob } from "../check/glob.ts";
import { list, object, oneOf, optional, type Reader, text } from "../check/reader.ts";
import { type GitHubEvent, githubEvents } from "./events.ts";

type Facts = {
  readonly types?: readonly string[] | "any";
  readonly filters?: readonly string[];
  readonly open?: true;
  readonly reasoned?: true;
};

/** Reads an event that GitHub alone has, and one of its activities. */
export function githubActivity(
  name: unknown,
  given: unknown,
  origin: Origin,
): { readonly event: GitHubEvent; readonly activity?: string } {
  const { event, activity } = known(name, origin);
  return given === undefined ? { event } : { event, activity: activity(given, origin) };
}

function known(
  name: unknown,
  origin: Origin,
): { readonly event: GitHubEvent; readonly facts: Facts; readonly activity: Reader<string> } {
  const event = oneOf(...(Object.keys(githubEvents) as GitHubEvent[]))(name, origin);
  const facts: Facts = githubEvents[event];
  return { event, facts, activity: facts.types === "any" ? text : oneOf(...(facts.types ?? [])) };
}

/**
 * Reads an event that GitHub alone has, with what narrows it.
 * @throws CiclError for an unknown event, activity or filter, and where a reason is missing
 */
export function githubTrigger(name: unknown, options: unknown, origin: Origin): NativeTrigger {
  const { event, facts, activity } = known(name, origin);
  const { types, filters = [] } = facts;
  const pattern = (filter: string): Reader<string> => (filter.startsWith("branches") ? refGlob : text);
  const shape: Record<string, Reader<readonly string[] | string | undefined>> = {
    ...(types === undefined ? {} : { types: optional(list(activity, 1)) }),
    ...Object.fromEntries(filters.map((filter) => [filter, optional(list(pattern(filter), 1))])),
    ...(facts.reasoned ? { reason: text } : {}),
  };
  const { reason, ...lists } = object(`The event ${event}`, shape)(options ?? {}, origin);
  return {
    kind: "native",
    origin,
    target: "github",
    event,
    filters: lists as Readonly<Record<string, readonly string[]>>,
    open: facts.open === true,
    ...(typeof reason === "string" ? { reason } : {}),
  };
}
