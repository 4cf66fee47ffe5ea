import type { Origin } from "@cicl/diagnostics";

/** What starts a run. A tag push is an event of its own, since every engine treats it differently. */
export const eventNames = ["push", "tag", "pull-request", "merge-queue", "schedule", "manual", "call"] as const;
export type EventName = (typeof eventNames)[number];

export type Trigger =
  | PushTrigger
  | TagTrigger
  | PullRequestTrigger
  | MergeQueueTrigger
  | ScheduleTrigger
  | ManualTrigger
  | CallTrigger;

/** Which changed paths start a run: at least one file is included and not excluded. */
export interface PathFilter {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface PushTrigger {
  readonly kind: "push";
  readonly origin: Origin;
  /** Globs; absent means every branch. */
  readonly branches?: readonly string[];
  readonly paths?: PathFilter;
}

export interface TagTrigger {
  readonly kind: "tag";
  readonly origin: Origin;
  readonly tags: readonly string[];
}

/** The activities of a pull request that the portable model knows. */
export const pullRequestActivities = [
  "opened",
  "reopened",
  "synchronize",
  "closed",
  "edited",
  "labeled",
  "unlabeled",
  "assigned",
  "unassigned",
  "milestoned",
  "demilestoned",
  "review_requested",
  "review_request_removed",
  "ready_for_review",
  "converted_to_draft",
] as const;
export type PullRequestActivity = (typeof pullRequestActivities)[number];

export interface PullRequestTrigger {
  readonly kind: "pull-request";
  readonly origin: Origin;
  /** Globs of the base branch; absent means every branch. */
  readonly branches?: readonly string[];
  readonly paths?: PathFilter;
  /** Absent means opened, reopened and synchronize. */
  readonly activities?: readonly PullRequestActivity[];
}

export interface MergeQueueTrigger {
  readonly kind: "merge-queue";
  readonly origin: Origin;
  readonly branches?: readonly string[];
}

export interface ScheduleTrigger {
  readonly kind: "schedule";
  readonly origin: Origin;
  /** Five fields: minute, hour, day of month, month, day of week. */
  readonly cron: string;
  /** IANA name; absent means UTC. */
  readonly zone?: string;
}

export interface ManualTrigger {
  readonly kind: "manual";
  readonly origin: Origin;
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
}

/** The pipeline is called by another one. */
export interface CallTrigger {
  readonly kind: "call";
  readonly origin: Origin;
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  /** Names of secrets that the caller must hand in. */
  readonly secrets: readonly string[];
}

/** An input; its value is always read as a string. */
export interface InputDeclaration {
  readonly type: "string" | "boolean" | "number" | "choice";
  readonly required: boolean;
  readonly default?: string | boolean | number;
  readonly description?: string;
  /** Of a choice only, at least one. */
  readonly options?: readonly string[];
}
