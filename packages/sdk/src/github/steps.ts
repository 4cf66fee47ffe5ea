import { isInBackground, type Step as StepNode } from "@cicl/model";
import { flag, list, object, optional, text, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { placeLater } from "../steps/placed-later.ts";
import { makeStep, type Step, type StepScope, step } from "../steps/step.ts";

/** What a step takes that controls others. */
export interface ControlOptions {
  /** Shown by GitHub. */
  readonly name?: string;
  /** A failure of what it waits for doesn't fail the job. */
  readonly allowFailure?: boolean;
}

const awaited = new WeakMap<StepNode, readonly StepNode[]>();

/** The steps that a step waits for or stops, where it names any. */
export function awaitedBy(node: StepNode): readonly StepNode[] {
  return awaited.get(node) ?? [];
}

const shape = object("The step", { name: optional(text), allowFailure: withDefault(flag, false) });
const common = { runs: "on-success" } as const;

/** Runs steps side by side and goes on when all have ended; GitHub only. */
export function parallel<const S extends readonly Step<string>[]>(steps: S): Step<StepScope<S[number]>> {
  const origin = originHere();
  const read = list(step)(steps, origin);
  if (read.length < 2) wrong(steps, "an array of two steps at least", origin);
  for (const one of read) {
    if (one.kind !== "script" && one.kind !== "uses")
      wrong(steps, `an array of scripts and actions, without a step of the kind ${one.kind}`, origin);
    if (isInBackground(one)) wrong(steps, "an array without steps in the background", origin);
  }
  return makeStep({ kind: "parallel", origin, ...common, allowFailure: false, steps: read });
}

/** Waits for steps that run in the background, and fails when one of them did; GitHub only. */
export function wait<const O extends ControlOptions = Record<never, never>>(
  steps: Step<string> | readonly Step<string>[],
  options?: O & Exact<O, ControlOptions>,
): Step {
  const origin = originHere();
  const nodes = Array.isArray(steps) ? list(step, 1)(steps, origin) : [step(steps, origin)];
  const made: StepNode = { kind: "wait", origin, ...common, ...shape(options ?? {}, origin), steps: [] };
  awaited.set(made, nodes);
  placeLater();
  return makeStep(made);
}

/** Waits for every step that still runs in the background; GitHub only. */
export function waitAll<const O extends ControlOptions = Record<never, never>>(
  options?: O & Exact<O, ControlOptions>,
): Step {
  const origin = originHere();
  return makeStep({ kind: "wait", origin, ...common, ...shape(options ?? {}, origin), steps: "all" });
}

/** Stops a step that runs in the background; GitHub only. */
export function cancel<const O extends ControlOptions = Record<never, never>>(
  target: Step<string>,
  options?: O & Exact<O, ControlOptions>,
): Step {
  const origin = originHere();
  const made: StepNode = { kind: "cancel", origin, ...common, ...shape(options ?? {}, origin), step: -1 };
  awaited.set(made, [step(target, origin)]);
  placeLater();
  return makeStep(made);
}
