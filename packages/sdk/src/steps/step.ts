import { deepFreeze, type NativeKey, type Runs, type Step as StepNode } from "@cicl/model";
import { minutes } from "../check/duration.ts";
import { flag, oneOf, optional, type Reader, text, withDefault, wrong } from "../check/reader.ts";
import { type Condition, condition } from "../condition.ts";
import { type GitHubStepKeys, githubStepKeys } from "../github/keys.ts";
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
  /** What GitHub alone has. */
  readonly github?: GitHubStepKeys;
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
  github: optional(githubStepKeys),
} as const;

/** Renames what was read to what the representation calls it: the timeout, and the keys of one target. */
export function asModel<T extends { readonly timeout?: number; readonly github?: readonly NativeKey[] }>(
  read: T,
): Omit<T, "timeout" | "github"> & { readonly timeoutMinutes?: number; readonly native?: readonly NativeKey[] } {
  const { timeout, github, ...rest } = read;
  return {
    ...rest,
    ...(timeout === undefined ? {} : { timeoutMinutes: timeout }),
    ...(github === undefined ? {} : { native: github }),
  };
}

const originals = new WeakMap<StepNode, StepNode>();

/** Takes down that a step stands in for another one, which was made before its job was known. */
export function replaces(step: StepNode, original: StepNode): void {
  originals.set(step, original);
}

/** The step as it was made; whatever is known of a step is known of this one. */
export function originalOf<S extends StepNode>(step: S): S {
  return (originals.get(step) as S | undefined) ?? step;
}
