import type { Edge, Job } from "./job.ts";
import type { Pipeline } from "./pipeline.ts";

/** Questions about the edges of a normalised or gated pipeline. */
export interface Graph {
  /** The job of an id. @throws RangeError when there is none */
  job(id: string): Job<"normalised">;
  /** The edges of a job, in authored order. */
  edges(id: string): readonly Edge[];
  /** Everything that a job waits for, directly or not, in the pipeline's order. */
  ancestors(id: string): readonly string[];
  /**
   * The jobs whose failure taints a job: all that it waits for, but nothing behind a job that runs in any case or on
   * failure, since such a job goes on where others stop.
   */
  tainting(id: string): readonly string[];
  /** Ids in the pipeline's order, each once. @throws RangeError when there is no such job */
  sorted(ids: Iterable<string>): readonly string[];
  /** Jobs in an order in which each comes after all that it waits for; authored order where there is a choice. */
  readonly order: readonly string[];
}

type Connected = Pipeline<"normalised"> | Pipeline<"gated">;

/** All targets ask of the same pipeline, which never changes. */
const graphs = new WeakMap<Connected, Graph>();

/**
 * Prepares the questions.
 * @param pipeline without cycles (normalising refuses them)
 */
export function graphOf(pipeline: Connected): Graph {
  const known = graphs.get(pipeline) ?? prepare(pipeline);
  graphs.set(pipeline, known);
  return known;
}

function prepare(pipeline: Connected): Graph {
  const jobs = new Map<string, Job<"normalised">>(pipeline.jobs.map((job) => [job.id, job]));
  const ids = [...jobs.keys()];
  const positions = new Map(ids.map((id, index) => [id, index]));
  const unknown = (id: string): RangeError =>
    new RangeError(`There is no job "${id}" in the pipeline "${pipeline.name}".`);
  const find = (id: string): Job<"normalised"> => {
    const job = jobs.get(id);
    if (!job) throw unknown(id);
    return job;
  };
  const position = (id: string): number => {
    const index = positions.get(id);
    if (index === undefined) throw unknown(id);
    return index;
  };
  // An array of numbers is sorted without asking back.
  const sorted = (some: Iterable<string>): readonly string[] =>
    Array.from(Int32Array.from(new Set(some), position).sort(), (index) => ids[index] ?? "");
  const reach = (start: string, passes: (id: string) => boolean): readonly string[] => {
    const seen = new Set<string>();
    const pending = [start];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      for (const { from } of find(id).edges) {
        if (seen.has(from)) continue;
        seen.add(from);
        if (passes(from)) pending.push(from);
      }
    }
    return seen.size < 2 ? [...seen] : sorted(seen);
  };
  const ancestors = remember((id) => reach(id, () => true));
  const tainting = remember((id) => reach(id, (passed) => find(passed).runs === "on-success"));
  return {
    job: find,
    edges: (id) => find(id).edges,
    ancestors,
    tainting,
    sorted,
    order: topologicalOrder(ids, (id) => find(id).edges.map((edge) => edge.from)).order,
  };
}

/** Each question is asked many times, once for every job that follows. */
function remember(answer: (id: string) => readonly string[]): (id: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const found = answer(id);
    known.set(id, found);
    return found;
  };
}

/**
 * Sorts ids so that each comes after its needs; keeps the given order where there is a choice.
 * @returns the order, and a cycle as the ids on it where there is one (the order is then incomplete)
 */
export function topologicalOrder(
  ids: readonly string[],
  needs: (id: string) => readonly string[],
): { readonly order: readonly string[]; readonly cycle?: readonly string[] } {
  const order: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  let cycle: readonly string[] | undefined;
  const visit = (id: string): void => {
    if (done.has(id) || cycle) return;
    const start = path.indexOf(id);
    if (start >= 0) {
      cycle = path.slice(start);
      return;
    }
    path.push(id);
    for (const need of needs(id)) visit(need);
    path.pop();
    done.add(id);
    order.push(id);
  };
  for (const id of ids) visit(id);
  return cycle ? { order, cycle } : { order };
}
