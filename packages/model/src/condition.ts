import { type ContextName, type Expression, type Leaf, leaves } from "./expression.ts";
import { type NativeExpression, nativeConditions, nativeValues } from "./native-expression.ts";
import type { TargetId } from "./step.ts";
import type { EventName } from "./trigger.ts";

/**
 * A condition as a tree. Comparison ignores ASCII case, and a missing value equals nothing, not even the empty string.
 */
export type Condition =
  | BranchCondition
  | TagCondition
  | EventCondition
  | ForkCondition
  | DraftCondition
  | ChangedCondition
  | EqualsCondition
  | NativeEventCondition
  | NativeCondition
  | AndCondition
  | OrCondition
  | NotCondition;

export type ConditionKind = Condition["kind"];

/** The run's own ref is a branch that matches; false on pull requests, merge queues and tags. */
export interface BranchCondition {
  readonly kind: "branch";
  readonly pattern: string;
}

/** The run's own ref is a tag that matches. */
export interface TagCondition {
  readonly kind: "tag";
  readonly pattern: string;
}

export interface EventCondition {
  readonly kind: "event";
  readonly event: EventName;
}

/** The run is of a pull request from another repository. */
export interface ForkCondition {
  readonly kind: "fork";
}

/** The run is of a draft pull request. */
export interface DraftCondition {
  readonly kind: "draft";
}

/** A file that matches one of the globs changed in the run's range. */
export interface ChangedCondition {
  readonly kind: "changed";
  readonly globs: readonly string[];
}

export interface EqualsCondition {
  readonly kind: "equals";
  readonly value: Expression;
  readonly to: string;
}

/** The run was started by an event that one target alone knows. */
export interface NativeEventCondition {
  readonly kind: "native-event";
  readonly target: TargetId;
  readonly event: string;
  /** One of the event's activities; absent means any. */
  readonly activity?: string;
}

/** A condition in one target's own language; refused on every other target. */
export interface NativeCondition {
  readonly kind: "native";
  readonly target: TargetId;
  readonly tree: NativeExpression;
}

export interface AndCondition {
  readonly kind: "and";
  readonly of: readonly Condition[];
}

export interface OrCondition {
  readonly kind: "or";
  readonly of: readonly Condition[];
}

export interface NotCondition {
  readonly kind: "not";
  readonly of: Condition;
}

/** Contexts that name the run's ref, each with what stands before its text there. */
export const refContexts: { readonly [K in ContextName]?: string } = {
  ref: "",
  "branch.name": "refs/heads/",
  "tag.name": "refs/tags/",
};

/** Calls `visit` for the condition and every condition inside it, also one inside a value of one target, outside first. */
export function walkCondition(condition: Condition, visit: (condition: Condition) => void): void {
  visit(condition);
  if (condition.kind === "and" || condition.kind === "or") for (const part of condition.of) walkCondition(part, visit);
  if (condition.kind === "not") walkCondition(condition.of, visit);
  if (condition.kind === "native") for (const part of nativeConditions(condition.tree)) walkCondition(part, visit);
}

/** The values that a condition reads, in order. */
export function conditionValues(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.of.flatMap(conditionValues);
    case "not":
      return conditionValues(condition.of);
    case "equals":
      return leaves(condition.value);
    case "native":
      return nativeValues(condition.tree);
    default:
      return [];
  }
}
