import type { Origin } from "@cicl/diagnostics";
import type { NativeKey } from "./native-key.ts";
import type { TargetId } from "./step.ts";

/**
 * What starts a run. A tag push is an event of its own, since every engine treats it differently; `native` stands for
 * every event that one target alone knows.
 */
export const eventNames = [
  "push",
  "tag",
  "pull-request",
  "merge-queue",
  "schedule",
  "manual",
  "call",
  "native",
] as const;
export type EventName = (typeof eventNames)[number];

export type Trigger =
  | PushTrigger
  | TagTrigger
  | PullRequestTrigger
  | MergeQueueTrigger
  | ScheduleTrigger
  | ManualTrigger
  | CallTrigger
  | NativeTrigger;

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
  readonly native?: readonly NativeKey[];
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
  readonly native?: readonly NativeKey[];
}

export interface MergeQueueTrigger {
  readonly kind: "merge-queue";
  readonly origin: Origin;
  readonly branches?: readonly string[];
  readonly native?: readonly NativeKey[];
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
  /** What the caller can read: outputs of this pipeline's jobs. */
  readonly outputs: readonly CallOutput[];
}

export interface CallOutput {
  readonly name: string;
  readonly origin: Origin;
  readonly description?: string;
  readonly job: string;
  readonly output: string;
}

/** An event that one target alone knows, in its own words. */
export interface NativeTrigger {
  readonly kind: "native";
  readonly origin: Origin;
  readonly target: TargetId;
  /** As the target spells it, e.g. `issue_comment`. */
  readonly event: string;
  /** Lists such as `types` or `branches`, as the target spells them. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Somebody who may not write to the repository can cause it. */
  readonly open: boolean;
  /** Why an event is needed that gives strangers' changes the repository's rights. */
  readonly reason?: string;
}

/** An input; its value is always read as a string. */
export interface InputDeclaration {
  readonly type: "string" | "boolean" | "number" | "choice" | "environment";
  readonly required: boolean;
  readonly default?: string | boolean | number;
  readonly description?: string;
  /** Of a choice only, at least one. */
  readonly options?: readonly string[];
}
