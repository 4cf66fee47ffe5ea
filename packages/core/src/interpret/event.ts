import type { EventName, PullRequestActivity } from "@cicl/model";

/** What every event knows. */
interface EventBase {
  /** The commit that is checked out, on a pull request its head. */
  readonly commit: string;
  readonly actor: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly run: { readonly id: string; readonly number: string; readonly attempt: string };
}

/** Paths that differ in the event's range; `unknown` where the range can't be fetched. */
export type ChangedFiles = readonly string[] | "unknown";

export interface PushEvent extends EventBase {
  readonly kind: "push";
  readonly branch: string;
  /** The commit that the branch was at; forty zeros for a new branch. */
  readonly before: string;
  readonly changed: ChangedFiles;
}

export interface TagEvent extends EventBase {
  readonly kind: "tag";
  readonly tag: string;
}

export interface PullRequestEvent extends EventBase {
  readonly kind: "pull-request";
  readonly activity: PullRequestActivity;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Branches, without `refs/heads/`. */
  readonly base: string;
  readonly head: string;
  readonly fork: boolean;
  readonly draft: boolean;
  readonly changed: ChangedFiles;
}

export interface MergeQueueEvent extends EventBase {
  readonly kind: "merge-queue";
  readonly base: string;
  /** The engine's own ref of the queued change. */
  readonly ref: string;
  readonly changed: ChangedFiles;
}

export interface ScheduleEvent extends EventBase {
  readonly kind: "schedule";
  /** The five fields as the trigger writes them. */
  readonly cron: string;
  /** The default branch. */
  readonly branch: string;
}

/** A start by hand or by another pipeline; it stands on a branch or on a tag. */
interface StartedEvent extends EventBase {
  readonly ref: { readonly kind: "branch" | "tag"; readonly name: string };
  /** Inputs that were given; the others have their defaults. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface ManualEvent extends StartedEvent {
  readonly kind: "manual";
}

export interface CallEvent extends StartedEvent {
  readonly kind: "call";
}

/** An event that one target alone knows. */
export interface NativeEvent extends EventBase {
  readonly kind: "native";
  /** As the target spells it. */
  readonly event: string;
  /** Empty for an event that has none. */
  readonly activity: string;
  readonly ref: string;
}

/** What starts a run, with all that is known of it. */
export type Event =
  | PushEvent
  | TagEvent
  | PullRequestEvent
  | MergeQueueEvent
  | ScheduleEvent
  | ManualEvent
  | CallEvent
  | NativeEvent;

/** The run's own branch; `null` on pull requests, in merge queues and on tags. */
export function branchOf(event: Event): string | null {
  if (event.kind === "push" || event.kind === "schedule") return event.branch;
  if (event.kind !== "manual" && event.kind !== "call") return null;
  return event.ref.kind === "branch" ? event.ref.name : null;
}

/** The run's own tag, or `null`. */
export function tagOf(event: Event): string | null {
  if (event.kind === "tag") return event.tag;
  if (event.kind !== "manual" && event.kind !== "call") return null;
  return event.ref.kind === "tag" ? event.ref.name : null;
}

/** The run's full ref. */
export function refOf(event: Event): string {
  if (event.kind === "pull-request") return `refs/pull/${event.number}/head`;
  if (event.kind === "merge-queue" || event.kind === "native") return event.ref;
  const tag = tagOf(event);
  return tag === null ? `refs/heads/${branchOf(event)}` : `refs/tags/${tag}`;
}

/** The paths that count as changed: everything where there is no range, or none that can be read. */
export function changedIn(event: Event): readonly string[] | "everything" {
  if (!("changed" in event) || event.changed === "unknown") return "everything";
  return event.kind === "push" && /^0+$/.test(event.before) ? "everything" : event.changed;
}

/** The event of one kind. */
export type EventOf<K extends EventName> = Extract<Event, { kind: K }>;
