import { type EventName, type Expression, eventNames, type Leaf, type Pipeline } from "@cicl/model";

/** What is known of a run. `undefined` means unknown, `null` that the run has no such thing. */
export interface RunFacts {
  readonly event: EventName | undefined;
  /** Which of one target's own events it is; absent where that is unknown, or where it is none. */
  readonly nativeEvent?: { readonly event: string; readonly activity: string | undefined };
  /** The run's own branch. */
  readonly branch: string | null | undefined;
  /** The run's own tag. */
  readonly tag: string | null | undefined;
  readonly fork: boolean | undefined;
  readonly draft: boolean | undefined;
  /** Paths, or that everything counts as changed. */
  readonly changed: readonly string[] | "everything" | undefined;
  /** The value of a leaf, empty where it is missing, `undefined` where it is unknown. */
  value(leaf: Leaf): string | undefined;
}

/** The events on which a pipeline starts, in the order of the model. */
export function eventsOf(pipeline: Pick<Pipeline, "triggers">): readonly EventName[] {
  return eventNames.filter((name) => pipeline.triggers.some((trigger) => trigger.kind === name));
}

/** Where an event of a kind can stand: what its runs certainly lack is `null`, what they may have is unknown. */
const refs = {
  push: { branch: undefined, tag: null },
  tag: { branch: null, tag: undefined },
  "pull-request": { branch: null, tag: null },
  "merge-queue": { branch: null, tag: null },
  schedule: { branch: undefined, tag: null },
  manual: { branch: undefined, tag: undefined },
  call: { branch: undefined, tag: undefined },
  native: { branch: null, tag: null },
} as const satisfies Record<EventName, Pick<RunFacts, "branch" | "tag">>;

/** What is known of every run that an event of this kind starts. */
export function factsOfKind(event: EventName): RunFacts {
  const { branch, tag } = refs[event];
  const proposal = event === "pull-request";
  const open = event === "call";
  const ranged = proposal || open || event === "push" || event === "merge-queue";
  return {
    // A called pipeline sees the event of whoever calls it.
    event: open ? undefined : event,
    branch,
    tag,
    fork: proposal || open ? undefined : false,
    draft: proposal || open ? undefined : false,
    changed: ranged ? undefined : "everything",
    value: (leaf) => valueOfKind(leaf, event),
  };
}

function valueOfKind(leaf: Leaf, event: EventName): string | undefined {
  if (leaf.kind === "literal") return leaf.value;
  if (leaf.kind === "input") return event === "manual" || event === "call" ? undefined : "";
  if (leaf.kind !== "context" || event === "call") return undefined;
  if (leaf.name === "event") return event === "native" ? undefined : event;
  if (leaf.name === "branch.name") return refs[event].branch === null ? "" : undefined;
  if (leaf.name === "tag.name") return refs[event].tag === null ? "" : undefined;
  return leaf.name.startsWith("pr.") && event !== "pull-request" ? "" : undefined;
}

/**
 * The value of an expression.
 * @returns its text, empty where it is missing; `undefined` where a part of it is unknown
 */
export function textOf(expression: Expression, facts: Pick<RunFacts, "value">): string | undefined {
  if (expression.kind !== "template") return facts.value(expression);
  const parts = expression.parts.map((part) => textOf(part, facts));
  return parts.includes(undefined) ? undefined : parts.join("");
}
