import { deepFreeze, type Runs, type Step as StepNode } from "@cicl/model";
import { minutes } from "../check/duration.ts";
import { flag, oneOf, optional, type Reader, text, withDefault, wrong } from "../check/reader.ts";
import { type Condition, condition } from "../condition.ts";
import { registry, type Sealed } from "../sealed.ts";
import type { ScopeOf } from "../values.ts";

/** One step of a job. `Scope` names the environments whose secrets or variables it reads. */
export interface Step<out Scope extends string = never> extends Sealed<{ step: Scope }> {}

/** What every step takes. */
export interface StepOptions {
  /** Shown by the engine. */
  readonly name?: string;
  readonly when?: Condition;
  /** Given the steps before it: after their success (the default), in any case, or after a failure. */
  readonly runs?: Runs;
  /** A failure of this step doesn't fail the job. */
  readonly allowFailure?: boolean;
  /** E.g. `10m`. */
  readonly timeout?: string;
}

/** The environments that the options' `env` reads from. */
export type EnvScope<O> = O extends { readonly env: infer E } ? ScopeOf<E[keyof E]> : never;

/** The environments that some steps read from. */
export type StepScope<S> = S extends Step<infer Scope> ? Scope : never;

const steps = registry<Step<string>, StepNode>();

/** Makes a step of its node. */
export function makeStep<Scope extends string = never>(node: StepNode, handle: object = {}): Step<Scope> {
  return steps.seal(handle, deepFreeze(node)) as unknown as Step<Scope>;
}

/** Reads a step. */
export const step: Reader<StepNode> = (value, origin) =>
  steps.open(value) ?? wrong(value, "a step, such as sh`make` or upload(…)", origin);

/** The node of a step; `undefined` for anything else. */
export function stepNode(value: unknown): StepNode | undefined {
  return steps.open(value);
}

/** The readers of what every step takes, to be put among a step's own. */
export const stepShape = {
  name: optional(text),
  when: optional(condition),
  runs: withDefault(oneOf("on-success", "always", "on-failure"), "on-success"),
  allowFailure: withDefault(flag, false),
  timeout: optional(minutes),
} as const;

/** Renames a read timeout to what the representation calls it. */
export function withTimeout<T extends { readonly timeout?: number }>(
  read: T,
): Omit<T, "timeout"> & { readonly timeoutMinutes?: number } {
  const { timeout, ...rest } = read;
  return { ...rest, ...(timeout === undefined ? {} : { timeoutMinutes: timeout }) };
}
