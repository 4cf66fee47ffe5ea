import { at, type Diagnostic, type Origin } from "@cicl/diagnostics";
import { conditionValues, type Expression, type Job, jobBindings, jobConditions, leaves } from "@cicl/model";
import { fail, gather, throwAll } from "../check/fail.ts";
import { describeValue, ownerOf } from "../values.ts";
import type { JobNode } from "./handle.ts";

/** A value that a job reads, with its place: in the job's own condition, in its concurrency group, or inside the job. */
export interface Reading {
  readonly leaf: Expression;
  readonly origin: Origin;
  readonly place: "condition" | "group" | "inside";
}

/** Every value that a job reads anywhere: bindings, conditions, steps. */
export function readings(job: Job): readonly Reading[] {
  const group = job.concurrency?.group;
  return [
    ...jobBindings(job).flatMap(({ value, origin }) =>
      leaves(value).map((leaf): Reading => ({ leaf, origin, place: value === group ? "group" : "inside" })),
    ),
    ...jobConditions(job).flatMap(({ condition, origin }) => {
      const own = condition === job.when;
      return conditionValues(condition).map(
        (leaf): Reading => ({ leaf, origin: own ? at(origin, "when") : origin, place: own ? "condition" : "inside" }),
      );
    }),
  ];
}

/**
 * Checks that a job reads no value out of its scope: secrets and variables of another environment, values of another
 * job's matrix, results where the job wouldn't run.
 */
export function checkReadings(node: JobNode): void {
  const found: Diagnostic[] = [];
  for (const reading of readings(node.draft)) gather(found, () => checkReading(reading, node));
  throwAll(found);
}

function checkReading({ leaf, origin, place }: Reading, { draft, environment }: JobNode): void {
  const scope = leaf.kind === "secret" || leaf.kind === "variable" ? leaf.environment : undefined;
  if (scope !== undefined && ownerOf(leaf) !== environment) outOfScope(leaf, draft, scope, origin);
  if (scope !== undefined && place !== "inside") {
    unreadable(leaf, "It is decided before the job enters its environment.", origin);
  }
  if (leaf.kind === "secret" && place !== "inside") unreadable(leaf, "Engines hide secrets from it.", origin);
  if (leaf.kind === "matrix" && ownerOf(leaf) !== draft.matrix) {
    unreadable(leaf, "It belongs to another job's matrix.", origin);
  }
  if (leaf.kind === "matrix" && place === "condition") {
    unreadable(leaf, "The condition of a job is decided once for all legs.", origin);
  }
  if (leaf.kind === "result" && draft.runs === "on-success") {
    unreadable(leaf, 'A job that runs after success only would always read "success".', origin);
  }
}

function outOfScope(leaf: Expression, job: Job, scope: string, origin: Origin): never {
  if (job.environment === scope) twoEnvironments(scope, origin);
  const place = job.environment === undefined ? "to no environment" : `to the environment "${job.environment}"`;
  fail(
    "CICL2009",
    {
      what: `${describeValue(leaf)} belongs to the environment "${scope}", but the job "${job.id}" deploys ${place}.`,
      why: "Only a deploy to an environment may see what the environment keeps.",
      fix: `Read it in a deploy to "${scope}", or use one of the repository.`,
    },
    origin,
  );
}

function twoEnvironments(name: string, origin: Origin): never {
  fail(
    "CICL2002",
    {
      what: `There are two environments with the name "${name}", and the job deploys to the other one.`,
      why: "Nobody could tell whose secrets, branches and approvals count.",
      fix: "Declare the environment once, and import it wherever it is used.",
    },
    origin,
  );
}

function unreadable(leaf: Expression, why: string, origin: Origin): never {
  fail(
    "CICL2018",
    { what: `${describeValue(leaf)} can't be read here.`, why, fix: "Use a value that is known here." },
    origin,
  );
}
