import {
  conditionValues,
  isGuarded,
  type Job,
  jobBindings,
  jobConditions,
  type Leaf,
  leaves,
  nestedSteps,
  type Step,
  stepBindings,
} from "@cicl/model";
import { goesOn } from "../job-condition.ts";

/**
 * The steps of a job that others name: one of their outputs is the job's or is read by a later step, a step waits for
 * them or stops them, or they guard what stands behind them.
 * @returns their indices; each needs an id
 */
export function namedSteps(job: Job): ReadonlySet<number> {
  const indexOf = (leaf: Leaf): readonly number[] => (leaf.kind === "step-output" ? [leaf.step] : []);
  return new Set([
    ...(isGuarded(job.steps) && nestedSteps(job.steps, "").some(({ step }) => goesOn(step)) ? [0] : []),
    ...job.outputs.flatMap((output) => (output.kind === "step" ? [output.step] : [])),
    ...jobBindings(job).flatMap(({ value }) => leaves(value).flatMap(indexOf)),
    ...jobConditions(job).flatMap(({ condition }) => conditionValues(condition).flatMap(indexOf)),
    ...awaited(job.steps),
  ]);
}

/** The same among steps that belong to no job. */
export function namedInSteps(steps: readonly Step[]): ReadonlySet<number> {
  const values = nestedSteps(steps, "").flatMap(({ step }) => [
    ...stepBindings(step).flatMap(({ value }) => leaves(value)),
    ...(step.when ? conditionValues(step.when) : []),
  ]);
  return new Set([...values.flatMap((leaf) => (leaf.kind === "step-output" ? [leaf.step] : [])), ...awaited(steps)]);
}

function awaited(steps: readonly Step[]): readonly number[] {
  return nestedSteps(steps, "").flatMap(({ step }) => {
    if (step.kind === "wait") return step.steps === "all" ? [] : step.steps;
    return step.kind === "cancel" ? [step.step] : [];
  });
}
