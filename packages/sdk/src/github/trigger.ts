import { at, type Origin } from "@cicl/diagnostics";
import type { NativeTrigger } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { refGlob } from "../check/glob.ts";
import { list, object, oneOf, optional, type Reader, text } from "../check/reader.ts";
import { type GitHubEvent, githubEvents } from "./events.ts";

type Facts = {
  readonly types?: readonly string[] | "any";
  readonly filters?: readonly string[];
  readonly open?: true;
  readonly reasoned?: true;
  readonly demanded?: string;
};

function filterReader(
  filter: string,
  { demanded }: Facts,
  pattern: Reader<string>,
): Reader<readonly string[] | undefined> {
  return filter === demanded ? list(pattern, 1) : optional(list(pattern, 1));
}

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
  const portable = typeof name === "string" && Object.hasOwn(portableEvents, name) ? portableEvents[name] : undefined;
  if (portable !== undefined) notOfItsOwn(String(name), portable, origin);
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
    ...Object.fromEntries(filters.map((filter) => [filter, filterReader(filter, facts, pattern(filter))])),
    ...(facts.reasoned ? { reason: reason(event) } : {}),
  };
  const { reason: why, ...lists } = object(`The event ${event}`, shape)(options ?? {}, origin);
  if ("branches" in lists && "branches-ignore" in lists) refuseBoth(at(origin, "branches-ignore"));
  return {
    kind: "native",
    origin,
    target: "github",
    event,
    filters: lists as Readonly<Record<string, readonly string[]>>,
    open: facts.open === true,
    ...(typeof why === "string" ? { reason: why } : {}),
  };
}

/** Events that every engine has, with cicl's own triggers and conditions for them. */
const portableEvents: Readonly<Record<string, string>> = {
  push: 'on.push, on.tag, when.event("push")',
  pull_request: "on.pullRequest, when.pullRequest",
  merge_group: 'on.mergeQueue, when.event("merge-queue")',
  schedule: 'on.schedule, when.event("schedule")',
  workflow_dispatch: 'on.manual, when.event("manual")',
  workflow_call: "on.call",
};

function notOfItsOwn(event: string, instead: string, origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: `"${event}" isn't an event that GitHub alone has.`,
      why: "Every engine has it, so it has a word of cicl's own.",
      fix: `Use ${instead}.`,
    },
    origin,
  );
}

/** Reads why a dangerous event is needed. */
function reason(event: GitHubEvent): Reader<string> {
  return (value, origin) => {
    if (typeof value === "string" && value.trim() !== "") return value;
    return fail(
      "CICL2004",
      {
        what: `The event ${event} needs a reason.`,
        why: "Its runs have the repository's rights, whoever caused them: that is how repositories are taken over.",
        fix: 'Say in "reason" what needs it and why nothing of a stranger is run; use on.pullRequest where that is enough.',
      },
      origin,
    );
  };
}

/** GitHub takes one of two filters. @throws CiclError */
export function refuseBoth(origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: 'The trigger names branches in "branches" and others in "branches-ignore".',
      why: "GitHub takes one of the two and refuses a file with both.",
      fix: "Keep the one that says what you mean.",
    },
    origin,
  );
}
