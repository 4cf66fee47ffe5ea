import { type Diagnostic, error, nearest, type Origin } from "@cicl/diagnostics";
import {
  type Condition,
  type Job,
  jobConditions,
  type Leaf,
  legsOf,
  type Matrix,
  type NativeExpression,
  type NativeKey,
  stepsOf,
  walkCondition,
  walkNative,
} from "@cicl/model";
import type { Check } from "./check.ts";
import { valuesOf } from "./reads.ts";

/** Matrices have legs, and their values are read where there is a leg. */
export const matrices: Check = ({ jobs }) => {
  const withMatrix = new Set(jobs.flatMap((job) => (job.matrix ? [job.id] : [])));
  return jobs.flatMap((job) => [
    ...(job.matrix ? shape(job, job.matrix) : []),
    ...late(job),
    ...keysRead(job),
    ...outputsRead(job, withMatrix),
  ]);
};

/** A matrix that an earlier job works out: nothing knows its legs when the pipeline is rendered. */
function late(job: Job): readonly Diagnostic[] {
  const key = lateKey(job);
  if (!key) return [];
  const clashing = [
    ...(job.matrix ? ["a matrix of its own"] : []),
    ...(job.role === "ordinary" ? [] : [`the role ${job.role}`]),
    ...(job.outputs.length > 0 ? ["outputs"] : []),
    ...(job.reports.length > 0 ? ["reports"] : []),
    ...(job.allowFailure ? ["allowFailure"] : []),
    ...(stepsOf(job).some(({ step }) => step.kind === "upload") ? ["an upload"] : []),
  ];
  if (clashing.length === 0) return [];
  return [
    error(
      "CICL2011",
      {
        what: `The job "${job.id}" takes its matrix from an earlier job and has ${clashing.join(", ")}.`,
        why: "Its legs have no names when the pipeline is rendered, so they would overwrite each other's work.",
        fix: "Write the matrix in the pipeline, or move that into a job without a matrix.",
      },
      { origin: key.origin },
    ),
  ];
}

function shape(job: Job, matrix: Matrix): readonly Diagnostic[] {
  const wrong = (what: string, why: string, fix: string): Diagnostic =>
    error("CICL2011", { what: `The matrix of "${job.id}" ${what}.`, why, fix }, { origin: matrix.origin });
  const vectorKeys = matrix.vectors.map((vector) => vector.key);
  const keys = [...vectorKeys, ...matrix.include.flatMap(Object.keys)];
  const malformed = [...new Set(keys)].filter((key) => !/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key));
  const repeated = vectorKeys.filter((key, index) => vectorKeys.indexOf(key) !== index);
  const unknown = [...new Set(matrix.exclude.flatMap(Object.keys))].filter((key) => !vectorKeys.includes(key));
  const empty = matrix.vectors.filter((vector) => vector.values.length === 0);
  const doubled = matrix.vectors.filter(({ values }) => new Set(values.map(String)).size < values.length);
  const found = [
    ...malformed.map((key) =>
      wrong(
        `has the key "${key}"`,
        "Engines can't read a value under that key.",
        "Use letters, digits, hyphens and underscores, no digit first.",
      ),
    ),
    ...repeated.map((key) =>
      wrong(`names the key "${key}" twice`, "One list would hide the other.", "Join the two lists."),
    ),
    ...unknown.map((key) =>
      wrong(
        `excludes legs by the unknown key "${key}"`,
        "No leg could ever match.",
        `Use one of its keys: ${vectorKeys.join(", ")}.`,
      ),
    ),
    ...empty.map(({ key }) =>
      wrong(`has no value for "${key}"`, "Without it there is no leg at all.", "Give at least one value."),
    ),
    ...doubled.map(({ key }) =>
      wrong(
        `has a value twice for "${key}"`,
        "The same leg would run twice under the same name.",
        "Remove one of the two.",
      ),
    ),
  ];
  if (found.length > 0 || legsOf(matrix).length > 0) return found;
  return [wrong("has no leg", "The job would never run, and what needs it neither.", "Exclude fewer legs.")];
}

function keysRead(job: Job): readonly Diagnostic[] {
  if (lateKey(job)) return [];
  const keys = job.matrix && [...job.matrix.vectors.map(({ key }) => key), ...job.matrix.include.flatMap(Object.keys)];
  const read = valuesOf(job).flatMap(({ value, origin }) => keysIn(value).map((key) => ({ key, origin })));
  const conditions = jobConditions(job).flatMap(({ condition, origin }) =>
    nativeIn(condition).flatMap((tree) => nativeKeys(tree).map((key) => ({ key, origin }))),
  );
  return [...read, ...conditions].flatMap(({ key, origin }) => {
    if (keys?.includes(key)) return [];
    if (!keys) return [outsideMatrix(job, key, origin)];
    const near = nearest(key, keys);
    return [
      error(
        "CICL2011",
        {
          what: `The matrix of "${job.id}" has no key "${key}".`,
          why: "The value would be empty in every leg.",
          fix: near === undefined ? `Use one of its keys: ${keys.join(", ")}.` : `Did you mean "${near}"?`,
        },
        { origin },
      ),
    ];
  });
}

/** The keys of a matrix that a value reads, in any language. */
function keysIn(value: Leaf): readonly string[] {
  if (value.kind === "matrix") return [value.key];
  return value.kind === "native" ? nativeKeys(value.tree) : [];
}

function nativeKeys(tree: NativeExpression): readonly string[] {
  const keys: string[] = [];
  walkNative(tree, (part) => {
    if (part.kind === "read" && part.path[0] === "matrix" && part.path[1] !== undefined) keys.push(part.path[1]);
  });
  return keys;
}

function nativeIn(condition: Condition): readonly NativeExpression[] {
  const trees: NativeExpression[] = [];
  walkCondition(condition, (part) => {
    if (part.kind === "native") trees.push(part.tree);
  });
  return trees;
}

/** The matrix that an earlier job works out. */
function lateKey({ native }: Job): NativeKey | undefined {
  return native?.find(({ path }) => path[0] === "strategy" && path[1] === "matrix");
}

function outsideMatrix(job: Job, key: string, origin: Origin): Diagnostic {
  return error(
    "CICL2018",
    {
      what: `The job "${job.id}" reads "${key}" of a matrix but has none.`,
      why: "Only the legs of a matrix have such values.",
      fix: "Give the job the matrix, or remove the value.",
    },
    { origin },
  );
}

function outputsRead(job: Job, withMatrix: ReadonlySet<string>): readonly Diagnostic[] {
  return valuesOf(job).flatMap(({ value, origin }) => {
    if (value.kind !== "output" || !withMatrix.has(value.job)) return [];
    return [
      error(
        "CICL2018",
        {
          what: `The job "${job.id}" reads an output of "${value.job}", which is a matrix.`,
          why: "Each leg writes its own value, and nothing says which one is meant.",
          fix: "Upload an artifact or let a job without a matrix write the output.",
        },
        { origin },
      ),
    ];
  });
}
