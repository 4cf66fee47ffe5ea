import type { Edge, Job, Stage } from "@cicl/model";
import { readsOf } from "./reads.ts";

/**
 * The edges of every job: explicit ones from `needs` and from what the job reads, and, without `needs`, those of the
 * order of the stages.
 * @param jobs in the order of the stages
 * @returns by id, each list in the order of the jobs; needs that are no jobs are left out
 */
export function edgesOf(jobs: readonly Job[], stages: readonly Stage[]): ReadonlyMap<string, readonly Edge[]> {
  return new Map(
    jobs.map((job) => {
      const explicit = new Set([...(job.needs ?? []), ...readsOf(job).map((read) => read.job)]);
      const order = new Set(job.needs === undefined ? orderBefore(job, jobs, stages) : []);
      const edges = jobs.flatMap(({ id }): readonly Edge[] => {
        if (explicit.has(id)) return [{ from: id, kind: "explicit" }];
        return order.has(id) ? [{ from: id, kind: "order" }] : [];
      });
      return [job.id, edges];
    }),
  );
}

/**
 * The jobs before one in the order of the stages: those of the nearest earlier stage that holds a job running on
 * success, and of the stages between. A stage of clean-ups and notifications alone would let a failure pass, since
 * such jobs go on where others stop.
 */
function orderBefore(job: Job, jobs: readonly Job[], stages: readonly Stage[]): readonly string[] {
  const before: string[] = [];
  const own = stages.findIndex((stage) => stage.name === job.stage);
  for (const stage of stages.slice(0, Math.max(own, 0)).toReversed()) {
    const members = jobs.filter((other) => other.stage === stage.name);
    before.push(...members.map((member) => member.id));
    if (members.some((member) => member.runs === "on-success")) break;
  }
  return before;
}
