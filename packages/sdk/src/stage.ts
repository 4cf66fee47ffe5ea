import { deepFreeze, type Stage as StageNode } from "@cicl/model";
import { id } from "./check/names.ts";
import { list, type Reader, wrong } from "./check/reader.ts";
import { type Job, type JobNode, jobNode } from "./job/handle.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";

/** A stage: its jobs wait for all of the stage before, unless they state `needs`. */
export interface Stage extends Sealed<"stage"> {}

const stages = registry<Stage, { readonly stage: StageNode; readonly jobs: readonly JobNode[] }>();

/** Reads a stage. */
export const stageNode: Reader<{ readonly stage: StageNode; readonly jobs: readonly JobNode[] }> = (value, origin) =>
  stages.open(value) ?? wrong(value, 'a stage made by "stage"', origin);

/** Groups jobs. @param name lower-case letters, digits and hyphens, unique in the pipeline */
export function stage(name: string, jobs: readonly Job[]): Stage {
  const origin = originHere();
  const node: StageNode = deepFreeze({ name: id(name, origin), origin });
  return stages.seal({}, { stage: node, jobs: list(jobNode)(jobs, origin) });
}
