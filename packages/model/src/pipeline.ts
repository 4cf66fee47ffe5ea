import type { Origin } from "@cicl/diagnostics";
import type { Environment } from "./environment.ts";
import type { Binding, StepOutputValue } from "./expression.ts";
import type { Concurrency, Job } from "./job.ts";
import type { NativeKey } from "./native-key.ts";
import type { Step } from "./step.ts";
import type { InputDeclaration, Trigger } from "./trigger.ts";

/**
 * How far a pipeline has come: `draft` as the SDK built it, `normalised` with edges and defaults, `gated` with the
 * policy's jobs and edges. A backend takes gated pipelines only.
 */
export type Phase = "draft" | "normalised" | "gated";

declare const phase: unique symbol;

export interface Stage {
  readonly name: string;
  readonly origin: Origin;
}

/** The whole of a pipeline: plain frozen data without functions, absolute paths or times. */
export interface Pipeline<P extends Phase = Phase> {
  /** A type only: makes it impossible to hand a pipeline of an earlier phase to a later step. */
  readonly [phase]: P;
  readonly phase: P;
  readonly name: string;
  /** The `pipeline.ts` that declares it, relative to the root, with `/`. */
  readonly source: string;
  readonly origin: Origin;
  readonly triggers: readonly Trigger[];
  readonly stages: readonly Stage[];
  /** In authored order, stage by stage; injected ones after those of their stage. */
  readonly jobs: readonly Job<P>[];
  readonly environments: readonly Environment[];
  readonly env: readonly Binding[];
  readonly concurrency?: Concurrency;
  /** Named sets of jobs that must have passed before a merge; these jobs run always. */
  readonly required: readonly RequiredSet[];
  /** Composite actions that its jobs run. */
  readonly actions?: readonly CompositeAction[];
  readonly native?: readonly NativeKey[];
}

/** Steps under a name, with inputs and outputs, that jobs of several pipelines can run. */
export interface CompositeAction {
  readonly name: string;
  /** The file that defines it, relative to the root, with `/`. */
  readonly source: string;
  readonly origin: Origin;
  readonly description: string;
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  readonly outputs: readonly { readonly name: string; readonly origin: Origin; readonly value: StepOutputValue }[];
  readonly steps: readonly Step[];
}

export interface RequiredSet {
  readonly name: string;
  readonly origin: Origin;
  readonly jobs: readonly string[];
}

/** A pipeline without its phase's brand, as a pass builds it. */
export type Unbranded<P extends Phase> = Omit<Pipeline<P>, typeof phase>;

/**
 * Gives a pipeline its phase's brand and freezes it, deeply. Only the step that reaches a phase may call this: the SDK
 * for `draft`, core for `normalised`, policy for `gated`.
 */
export function brand<P extends Phase>(pipeline: Unbranded<P>): Pipeline<P> {
  return deepFreeze(pipeline) as Pipeline<P>;
}

/** Freezes a value and all that it holds; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    const children = Object.values(value);
    for (let at = 0; at < children.length; at++) deepFreeze(children[at]);
  }
  return value;
}
