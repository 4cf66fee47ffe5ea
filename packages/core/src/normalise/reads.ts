import type { Origin } from "@cicl/diagnostics";
import {
  conditionValues,
  type Expression,
  type Job,
  jobBindings,
  jobConditions,
  type Leaf,
  leaves,
  stepsOf,
} from "@cicl/model";

/** A value without the template that may hold it, with the place that reads it. */
export interface PlacedValue {
  readonly value: Leaf;
  readonly origin: Origin;
}

/** One use of another job's work: an output, a result or an artifact. */
export interface Read {
  readonly kind: "output" | "result" | "artifact";
  readonly job: string;
  /** The output's or artifact's name; empty for a result. */
  readonly name: string;
  readonly origin: Origin;
}

/** Every value that a job reads anywhere, conditions included. */
export const valuesOf: (job: Job) => readonly PlacedValue[] = remembered(findValues);

/** Several checks ask the same of each job, which never changes. */
function remembered<T>(ask: (job: Job) => readonly T[]): (job: Job) => readonly T[] {
  const known = new WeakMap<Job, readonly T[]>();
  return (job) => {
    const before = known.get(job);
    if (before) return before;
    const found = ask(job);
    known.set(job, found);
    return found;
  };
}

function findValues(job: Job): readonly PlacedValue[] {
  const values = jobBindings(job).flatMap(({ value, origin }) => placed(value, origin));
  const conditions = jobConditions(job).flatMap(({ condition, origin }) =>
    conditionValues(condition).flatMap((value) => placed(value, origin)),
  );
  return [...values, ...conditions];
}

/** Splits a value into its leaves, all at one place. */
export function placed(expression: Expression, origin: Origin): readonly PlacedValue[] {
  return leaves(expression).map((value) => ({ value, origin }));
}

/** Everything of other jobs that a job uses, in the order in which it is written. */
export const readsOf: (job: Job) => readonly Read[] = remembered(findReads);

function findReads(job: Job): readonly Read[] {
  const values = valuesOf(job).flatMap(({ value, origin }): readonly Read[] => {
    if (value.kind === "output") return [{ kind: "output", job: value.job, name: value.output, origin }];
    return value.kind === "result" ? [{ kind: "result", job: value.job, name: "", origin }] : [];
  });
  const artifacts = stepsOf(job).flatMap(({ step }): readonly Read[] =>
    step.kind === "download" ? [{ kind: "artifact", job: step.job, name: step.artifact, origin: step.origin }] : [],
  );
  return [...values, ...artifacts];
}
