import type { Origin } from "@cicl/diagnostics";
import {
  type Condition as ConditionNode,
  deepFreeze,
  type EventName,
  type Expression,
  eventNames,
  type NativeExpression,
  nativeValues,
} from "@cicl/model";
import { fail } from "./check/fail.ts";
import { glob, refGlob } from "./check/glob.ts";
import { list, oneOf, type Reader, wrong } from "./check/reader.ts";
import type { GitHubActivity, GitHubEvent } from "./github/events.ts";
import { githubActivity } from "./github/trigger.ts";
import { choicesOf, type InputValue } from "./input.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { describeValue, expressionOf, refuseKinds, type Value, type ValueKind } from "./values.ts";

/** A condition on the run. */
export interface Condition extends Sealed<"condition"> {}

/** A value that a condition can compare: no secret, and nothing that belongs to an environment. */
export type Comparable = Value<never, Exclude<ValueKind, "secret">>;

type PortableEvent = Exclude<EventName, "native">;

const portable = eventNames.filter((name) => name !== "native");

const conditions = registry<Condition, ConditionNode>();

/** Reads a condition. */
export const condition: Reader<ConditionNode> = (value, origin) =>
  conditions.open(value) ?? wrong(value, 'a condition made by "when"', origin);

/** A condition in one target's own language. */
export function nativeCondition(tree: NativeExpression, origin: Origin): Condition {
  for (const value of nativeValues(tree)) {
    refuseKinds(value, { secret: "Engines hide secrets from conditions." }, origin);
    refuseScoped(value, origin);
  }
  return make({ kind: "native", target: "github", tree });
}

const make = (node: ConditionNode): Condition => conditions.seal({}, deepFreeze(node));

/** Conditions for jobs and steps. Comparison ignores case, and a missing value equals nothing. */
export const when = Object.freeze({
  /** The run's own ref is a branch that matches the glob; false on pull requests, merge queues and tags. */
  branch: (pattern: string): Condition => make({ kind: "branch", pattern: refGlob(pattern, originHere()) }),
  /** The run's own ref is a tag that matches the glob. */
  tag: (pattern: string): Condition => make({ kind: "tag", pattern: refGlob(pattern, originHere()) }),
  /** The run was started by this event. */
  event: (name: PortableEvent): Condition => make({ kind: "event", event: oneOf(...portable)(name, originHere()) }),
  /**
   * The run was started by an event that GitHub alone has.
   * @param activity one of the event's; absent means any
   */
  github: <const E extends GitHubEvent>(event: E, activity?: GitHubActivity<E>): Condition => {
    const origin = originHere();
    return make({ kind: "native-event", target: "github", ...githubActivity(event, activity, origin) });
  },
  /** The run is one of a pull request. */
  pullRequest: (): Condition => make({ kind: "event", event: "pull-request" }),
  /** The run is one of a pull request from another repository. */
  fork: (): Condition => make({ kind: "fork" }),
  /** The run is one of a draft pull request. */
  draft: (): Condition => make({ kind: "draft" }),
  /** A file that matches one of the globs changed; everything counts as changed where no range is known. */
  changed: (...globs: readonly [string, ...string[]]): Condition =>
    make({ kind: "changed", globs: list(glob, 1)(globs, originHere()) }),
  /** Compares an input of a manual or call trigger. */
  input: <const C extends string | number | boolean>(value: InputValue<C>): { is(to: NoInfer<C>): Condition } =>
    comparison(value, ["input"]),
  /** Compares an output of another job. */
  output: (value: Value<never, "output" | "digest">): { is(to: string): Condition } => comparison(value, ["output"]),
  /** Compares any other value; secrets and values of an environment are refused. */
  value: (value: Comparable): { is(to: string | number | boolean): Condition } => comparison(value),
  /** All of them hold. */
  and: (...of: readonly [Condition, ...Condition[]]): Condition =>
    make({ kind: "and", of: list(condition, 1)(of, originHere()) }),
  /** At least one of them holds. */
  or: (...of: readonly [Condition, ...Condition[]]): Condition =>
    make({ kind: "or", of: list(condition, 1)(of, originHere()) }),
  /** It doesn't hold. */
  not: (of: Condition): Condition => make({ kind: "not", of: condition(of, originHere()) }),
});

function comparison(
  value: unknown,
  kinds?: readonly Expression["kind"][],
): { is(to: string | number | boolean): Condition } {
  const origin = originHere();
  const expression = expressionOf(value);
  if (!expression || (kinds && !kinds.includes(expression.kind))) {
    wrong(value, kinds ? `an ${kinds.join(" or ")} value` : "a value", origin);
  }
  refuseKinds(
    expression,
    { secret: "Engines hide secrets from conditions, so the comparison would always fail." },
    origin,
  );
  refuseScoped(expression, origin);
  return Object.freeze({
    is(to: string | number | boolean): Condition {
      if (typeof to !== "string" && typeof to !== "number" && typeof to !== "boolean") {
        wrong(to, "a string, a number, true or false", originHere());
      }
      const choices = choicesOf(expression);
      if (choices) oneOf(...choices)(String(to), originHere());
      return make({ kind: "equals", value: expression, to: String(to) });
    },
  });
}

function refuseScoped(expression: Expression, origin: Origin): void {
  const parts = expression.kind === "template" ? expression.parts : [expression];
  for (const part of parts) {
    if (part.kind !== "variable" || part.environment === undefined) continue;
    fail(
      "CICL2018",
      {
        what: `${describeValue(part)} of the environment "${part.environment}" can't be read in a condition.`,
        why: "A condition is decided before the job enters its environment, where the variable would be empty.",
        fix: "Use a variable of the repository, or test the value inside a step.",
      },
      origin,
    );
  }
}
