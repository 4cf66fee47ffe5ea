import type { Edge, Job, Stage } from "@cicl/model";
import { readsOf } from "./reads.ts";

/**
 * The edges of every job: explicit ones from `needs` and from what the job reads, and, without `needs`, those of the
 * order of the stages.
 * @param jobs in the order of the stages
 * @returns by id, each list in the order of the jobs; needs that are no jobs are left out
 */
export function edgesOf(jobs: readonly Job[], stages: readonly Stage[]): ReadonlyMap<string, readonly Edge[]> {
  const explicit = new Map(
    jobs.map((job) => [job.id, new Set([...(job.needs ?? []), ...readsOf(job).map((read) => read.job)])]),
  );
  const edges = new Map<string, readonly Edge[]>();
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const positions = new Map(jobs.map((job, index) => [job.id, index]));
  let before: readonly string[] = [];
  for (const stage of stages) {
    const members = jobs.filter((job) => job.stage === stage.name);
    for (const job of members) edges.set(job.id, merge(positions, explicit.get(job.id), job.needs ? [] : before));
    const covered = behind(members, edges, byId);
    before = [...before.filter((id) => !covered.has(id)), ...members.map((member) => member.id)];
  }
  return new Map(jobs.map(({ id }) => [id, edges.get(id) ?? merge(positions, explicit.get(id), [])]));
}

/** One edge a pair, in the order of the jobs; an explicit need beats the order. */
function merge(
  positions: ReadonlyMap<string, number>,
  explicit: ReadonlySet<string> | undefined,
  order: readonly string[],
): readonly Edge[] {
  const position = (id: string): number => positions.get(id) ?? 0;
  return [...new Set([...(explicit ?? []), ...order])]
    .filter((id) => positions.has(id))
    .sort((a, b) => position(a) - position(b))
    .map((from): Edge => ({ from, kind: explicit?.has(from) ? "explicit" : "order" }));
}

/**
 * The jobs whose failure holds up everything behind a stage already, since a job of the stage waits for them. What is
 * left stays in front of the next stage: neither jobs that state other needs, nor clean-ups and notifications, which go
 * on where others stop, may let an earlier failure pass.
 */
function behind(
  members: readonly Job[],
  edges: ReadonlyMap<string, readonly Edge[]>,
  byId: ReadonlyMap<string, Job>,
): ReadonlySet<string> {
  const covered = new Set<string>();
  const pending = members.map((member) => member.id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (byId.get(id)?.runs !== "on-success") continue;
    for (const { from } of edges.get(id) ?? []) {
      if (covered.has(from)) continue;
      covered.add(from);
      pending.push(from);
    }
  }
  return covered;
}
