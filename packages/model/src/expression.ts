import type { Origin } from "@cicl/diagnostics";
import { type NativeExpression, nativeValues } from "./native-expression.ts";
import type { TargetId } from "./step.ts";

/**
 * A value that is known only when the pipeline runs. It is a tree, never a string of an engine's language; every
 * backend prints it in its own. All values are strings.
 */
export type Expression =
  | Literal
  | ContextValue
  | InputValue
  | OutputValue
  | StepOutputValue
  | ResultValue
  | SecretValue
  | VariableValue
  | MatrixValue
  | NativeValue
  | Template;

export type ExpressionKind = Expression["kind"];

export interface Literal {
  readonly kind: "literal";
  readonly value: string;
}

/** A fact about the run that every engine knows. */
export interface ContextValue {
  readonly kind: "context";
  readonly name: ContextName;
}

/** An input of a manual or call trigger; empty on other events. */
export interface InputValue {
  readonly kind: "input";
  readonly name: string;
}

/** An output of another job; reading it needs that job. */
export interface OutputValue {
  readonly kind: "output";
  readonly job: string;
  readonly output: string;
}

/** An output of an earlier step of the same job. */
export interface StepOutputValue {
  readonly kind: "step-output";
  /** Index among the job's steps. */
  readonly step: number;
  readonly output: string;
}

/** The result of another job: `success`, `failure`, `skipped` or `cancelled`. Only jobs that always run may read it. */
export interface ResultValue {
  readonly kind: "result";
  readonly job: string;
}

/** A secret of the repository or, with `environment`, of that environment alone. */
export interface SecretValue {
  readonly kind: "secret";
  readonly name: string;
  readonly environment?: string;
}

/** The secret in which engines of the Actions family hand each job a token of its own; nobody stores it. */
export const tokenSecret = "GITHUB_TOKEN";

/** A configuration variable (not secret) of the repository or of an environment. */
export interface VariableValue {
  readonly kind: "variable";
  readonly name: string;
  readonly environment?: string;
}

/** The value that this leg of the job's matrix has for a key. */
export interface MatrixValue {
  readonly kind: "matrix";
  readonly key: string;
}

/** A value in one target's own language; refused on every other target. */
export interface NativeValue {
  readonly kind: "native";
  readonly target: TargetId;
  readonly tree: NativeExpression;
  /** Whoever opens a pull request, an issue or a comment can choose it. */
  readonly untrusted: boolean;
}

/** Parts joined without separator. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly Expression[];
}

/**
 * The facts about a run. `untrusted` ones can be chosen by whoever opens a pull request.
 * - `commit.sha`: the commit that is checked out; on a pull request its head
 * - `branch.name`: the run's own branch; empty on pull requests, merge queues, tags and events of a target's own
 * - `tag.name`: the run's tag; empty elsewhere
 * - `ref`: the full ref, `refs/heads/…`, `refs/tags/…` or the engine's own ref of a pull request
 * - `event`: the name of the event as this model spells it; of a target's own event, as that target spells it
 * - `pr.*`: empty outside pull requests, also on events of a target's own that tell of one
 */
export const contexts = {
  "commit.sha": { untrusted: false },
  "branch.name": { untrusted: false },
  "tag.name": { untrusted: false },
  ref: { untrusted: false },
  event: { untrusted: false },
  actor: { untrusted: true },
  "repository.name": { untrusted: false },
  "repository.owner": { untrusted: false },
  "run.id": { untrusted: false },
  "run.number": { untrusted: false },
  "run.attempt": { untrusted: false },
  "pr.number": { untrusted: false },
  "pr.title": { untrusted: true },
  "pr.body": { untrusted: true },
  "pr.head-branch": { untrusted: true },
  "pr.base-branch": { untrusted: false },
} as const satisfies Record<string, { untrusted: boolean }>;

export type ContextName = keyof typeof contexts;

/** Says whether whoever opens a pull request can choose the value. */
export function isUntrusted(expression: Expression): boolean {
  if (expression.kind === "template") return expression.parts.some(isUntrusted);
  if (expression.kind === "native") return expression.untrusted;
  return expression.kind === "context" && contexts[expression.name].untrusted;
}

/** A value that isn't made of parts. */
export type Leaf = Exclude<Expression, Template>;

/** What a value prints, one behind the other: the parts of a template, or the value itself. */
export function partsOf(expression: Expression): readonly Leaf[] {
  return expression.kind === "template" ? expression.parts.flatMap(partsOf) : [expression];
}

/** Every value that is read, in order: the parts, and the portable values inside those of one target. */
export function leaves(expression: Expression): readonly Leaf[] {
  if (expression.kind === "template") return expression.parts.flatMap(leaves);
  return expression.kind === "native" ? [expression, ...nativeValues(expression.tree)] : [expression];
}

/** A named value of a job or step, with the place that wrote it. */
export interface Binding {
  readonly name: string;
  readonly value: Expression;
  readonly origin: Origin;
}
