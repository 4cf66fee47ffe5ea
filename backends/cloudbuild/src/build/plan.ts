import type { Edge, Expression, Graph, Job, Pipeline } from "@cicl/model";
import type { SupportedEvent } from "./events.ts";
import { knownOn } from "./known.ts";

/** Which jobs a build holds, and what each waits for. */
export interface Plan {
  /** Jobs that may run on the event, each behind all that it waits for. */
  readonly jobs: readonly Job<"gated">[];
  /** Whether a job of the pipeline is in the build. */
  has(id: string): boolean;
  /** What decides whether a job runs: its edges, where they lead to a job that is left out, those of that job. */
  needs(id: string): readonly Edge[];
  /** Jobs that end before a job starts. */
  waits(id: string): readonly string[];
}

/**
 * Leaves out what can't run on an event: jobs whose condition the event decides, and jobs that need one of those.
 * @param valueOn the text of a value that the event decides
 */
export function planOf(
  pipeline: Pipeline<"gated">,
  graph: Graph,
  event: SupportedEvent,
  valueOn: (value: Expression) => string | undefined,
): Plan {
  const kept = new Map<string, Job<"gated">>();
  const jobs = new Map(pipeline.jobs.map((job) => [job.id, job]));
  for (const id of graph.order) {
    const job = jobs.get(id);
    if (!job || (job.when && knownOn(job.when, event, valueOn) === false)) continue;
    const starved = job.edges.some(({ from, kind }) => kind !== "order" && !kept.has(from));
    if (!starved || job.runs !== "on-success") kept.set(id, job);
  }
  // A job that is left out is an untainted skip to the order of the stages, but what taints it taints those behind it.
  const inheriting = (through: (left: string) => boolean): ((id: string) => readonly Edge[]) => {
    const known = new Map<string, readonly Edge[]>();
    for (const id of graph.order) {
      const edges = graph.edges(id).flatMap((edge): readonly Edge[] => {
        if (kept.has(edge.from)) return [edge];
        return through(edge.from) ? (known.get(edge.from) ?? []).map(({ from }) => ({ from, kind: "order" })) : [];
      });
      known.set(id, strongest(edges));
    }
    return (id) => known.get(id) ?? [];
  };
  const needs = inheriting((left) => graph.job(left).runs === "on-success");
  const waits = inheriting(() => true);
  return {
    jobs: [...kept.values()],
    has: (id) => kept.has(id),
    needs,
    waits: (id) => waits(id).map((edge) => edge.from),
  };
}

/** One edge a pair: the strictest. */
function strongest(edges: readonly Edge[]): readonly Edge[] {
  const ranks = ["order", "explicit", "gate"] as const satisfies readonly Edge["kind"][];
  const found = new Map<string, Edge>();
  for (const edge of edges) {
    const other = found.get(edge.from);
    if (!other || ranks.indexOf(other.kind) < ranks.indexOf(edge.kind)) found.set(edge.from, edge);
  }
  return [...found.values()];
}
