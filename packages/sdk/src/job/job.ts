import type { GateMark, Job as JobModel } from "@cicl/model";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { buildJob, readJobOptions } from "./build.ts";
import { type Job, jobNode } from "./handle.ts";
import type { MatrixOptions } from "./matrix.ts";
import type { JobOf, JobOptions, NoMatrixOutputs, Work } from "./options.ts";
import { checkPipes } from "./pipes.ts";

/**
 * Declares a job.
 * @param id lower-case letters, digits and hyphens, unique in its pipeline
 * @returns the job, with typed `outputs` unless it has a matrix
 * @throws CiclError with everything that is wrong in the options
 */
export function job<const T extends JobOptions, const M extends MatrixOptions | undefined = undefined>(
  id: string,
  options: T & Exact<T, JobOptions> & Work<never, M, T> & NoMatrixOutputs<T>,
): JobOf<T> {
  const origin = originHere();
  return buildJob(id, readJobOptions(options, origin), { role: "ordinary" }, origin) as JobOf<T>;
}

/**
 * Declares a gate; for the catalogue, since only its jobs count as gates.
 * @param mark which gate at which strength
 * @internal
 */
export function gateJob<const T extends JobOptions, const M extends MatrixOptions | undefined = undefined>(
  mark: GateMark,
  id: string,
  options: T & Exact<T, JobOptions> & Work<never, M, T> & NoMatrixOutputs<T>,
): JobOf<T> {
  const origin = originHere();
  const read = readJobOptions(options, origin);
  const gate = buildJob(id, read, { role: "gate", gate: mark }, origin);
  checkPipes(jobDraftOf(gate), "gate");
  return gate as JobOf<T>;
}

/**
 * The node of a job that isn't part of a pipeline: its stage is empty and its downloads name no job yet.
 * @throws CiclError when it isn't a job
 * @internal
 */
export function jobDraftOf(handle: Job): JobModel<"draft"> {
  return jobNode(handle, originHere()).draft;
}
