import { at, type Origin } from "@cicl/diagnostics";
import {
  deepFreeze,
  type Environment as EnvironmentNode,
  type Expression,
  type GateMark,
  type Job as JobModel,
  type JobRole,
  type Matrix,
  type Step,
} from "@cicl/model";
import { fail } from "../check/fail.ts";
import { id as jobId } from "../check/names.ts";
import { list, object, optional, type Reader, type ReadOf, withDefault, wrong } from "../check/reader.ts";
import { asModel, step } from "../steps/step.ts";
import { handsOn, isStrangers, makeValue } from "../values.ts";
import { type Job, type JobNode, jobs } from "./handle.ts";
import { matrix, matrixValues } from "./matrix.ts";
import { type DeclaredOutput, noOutputs, outputs, outputValues, placeOutputs } from "./outputs.ts";
import { checkReadings } from "./reading.ts";
import { jobShape } from "./shape.ts";
import { placeStepOutputs } from "./step-outputs.ts";

type StepsOption = readonly Step[] | ((values: unknown) => unknown);

const steps: Reader<StepsOption> = (value, origin) =>
  typeof value === "function" ? (values: unknown): unknown => value(values) : list(step)(value, origin);

/** The readers of a job's options: the common ones and those that an ordinary job adds. */
export const workShape = {
  ...jobShape,
  steps,
  outputs: withDefault<readonly DeclaredOutput[]>(outputs, []),
  matrix: optional(matrix),
} as const;

const jobOptions = object("A job", workShape);

/** A job's options as they were read. */
export type ReadOptions = ReadOf<typeof workShape>;

/** Reads the options of an ordinary job or gate. */
export const readJobOptions: Reader<ReadOptions> = jobOptions;

/** What the kind of job adds to its options. */
export interface Role {
  readonly role: JobRole;
  readonly environment?: EnvironmentNode;
  readonly subject?: Expression;
  readonly gate?: GateMark;
}

/** Members that a kind of job adds to its handle. @param outputs the values of the job's outputs */
export type Extras = (outputs: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Builds a job and its handle.
 * @param id the job's id
 * @param read its options
 * @param kind what its kind adds to the node
 * @param origin the place of the user's call
 * @param extras what its kind adds to the handle
 * @throws CiclError when the options contradict each other or a value is read out of its scope
 */
export function buildJob(id: string, read: ReadOptions, kind: Role, origin: Origin, extras?: Extras): Job {
  jobId(id, origin);
  const { needs, matrix: legs, outputs: declared, steps: _, ...rest } = asModel(read);
  if (legs && declared.length > 0) outputsOfMatrix(id, at(origin, "outputs"));
  const placed = placeOutputs(declared, stepsOf(read.steps, legs, at(origin, "steps")));
  const token = {};
  const { environment, ...role } = kind;
  const draft: JobModel<"draft"> = deepFreeze(
    placeStepOutputs({
      id,
      origin,
      stage: "",
      ...role,
      ...rest,
      ...placed,
      ...(legs ? { matrix: legs } : {}),
      ...(needs ? { needs: [...new Set(needs.map((need) => need.draft.id))] } : {}),
      ...(environment ? { environment: environment.name } : {}),
    }),
  );
  const node: JobNode = { draft, needs, environment, token };
  checkReadings(node);
  if (kind.role !== "gate" && draft.steps.length === 0 && draft.reports.length === 0) nothingToDo(id, origin);
  const names = draft.outputs.map((output) => output.name);
  const values = legs ? noOutputs(id) : outputValues(id, names, token);
  for (const output of draft.outputs) {
    const value = output.kind === "value" && isStrangers(output.value) ? values[output.name] : undefined;
    if (value) handsOn(value);
  }
  const result = makeValue({ kind: "result", job: id }, token);
  return jobs.seal({ id, result, outputs: values, ...extras?.(values) }, node);
}

function stepsOf(option: StepsOption, legs: Matrix | undefined, origin: Origin): readonly Step[] {
  if (typeof option !== "function") return option;
  if (!legs) wrong(option, 'an array, as the job has no "matrix"', origin);
  return list(step)(option(matrixValues(legs)), origin);
}

function nothingToDo(id: string, origin: Origin): never {
  fail(
    "CICL2017",
    {
      what: `The job "${id}" has no step, no report and no output that a step writes.`,
      why: "A machine would start and do nothing.",
      fix: "Give it a step, such as sh`make`, or remove it; a value that is known anyway needs no job to pass it on.",
    },
    origin,
  );
}

function outputsOfMatrix(id: string, origin: Origin): never {
  fail(
    "CICL2011",
    {
      what: `The job "${id}" has a matrix and declares outputs.`,
      why: "Every leg would write its own value, and one of them would win.",
      fix: "Declare the outputs in a job without matrix, or keep each leg's value as an artifact.",
    },
    origin,
  );
}
