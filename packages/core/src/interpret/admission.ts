import { type Edge, type Graph, gateToken } from "@cicl/model";
import { evaluate } from "./evaluate.ts";
import type { RunFacts } from "./facts.ts";
import type { InterpretableJob, JobRun } from "./run.ts";

/** Whether a job starts, and if not, what becomes of it. */
export type Admission =
  | { readonly starts: true }
  | { readonly starts: false; readonly result: "skipped" | "waiting"; readonly tainted: boolean; readonly why: string };

/** The jobs that have ended, and the graph that they stand in. */
export interface Progress {
  readonly graph: Graph;
  readonly done: ReadonlyMap<string, JobRun>;
}

/**
 * Decides whether a job starts, given all that it waits for.
 * @param facts for the job's condition
 */
export function admit(job: InterpretableJob, progress: Progress, facts: RunFacts): Admission {
  const waiting = job.edges.find((edge) => resultOf(edge.from, progress) === "waiting");
  if (waiting) return stopped("waiting", `It waits for "${waiting.from}", which waits for an approval.`);
  const held = heldBack[job.runs](job, progress);
  if (held) return held;
  if (!job.when || evaluate(job.when, facts) === true) return { starts: true };
  return stopped("skipped", "Its condition doesn't hold.");
}

/** Says whether a job has failed in a way that counts: not under `allowFailure`. */
function hasFailed(id: string, { graph, done }: Progress): boolean {
  return done.get(id)?.result === "failure" && !graph.job(id).allowFailure;
}

/** Says whether a job was cancelled alone, as GitHub does with one whose time is up. */
function wasStopped(id: string, { graph, done }: Progress): boolean {
  return done.get(id)?.result === "cancelled" && !graph.job(id).allowFailure;
}

/** Says whether a gate passed: only its own token says so. */
export function hasToken(run: JobRun | undefined): boolean {
  return run?.result === "success" && (run.outputs[gateToken] ?? "") !== "";
}

const heldBack = {
  "on-success": (job, progress) => taint(job, progress) ?? unmet(job, progress),
  "on-failure": (job, progress) => {
    const { graph } = progress;
    const failed = graph.ancestors(job.id).some((id) => hasFailed(id, progress) || wasStopped(id, progress));
    return failed ? undefined : stopped("skipped", "Nothing before it failed.");
  },
  always: () => undefined,
} satisfies Record<InterpretableJob["runs"], (job: InterpretableJob, progress: Progress) => Admission | undefined>;

function taint(job: InterpretableJob, progress: Progress): Admission | undefined {
  const cause = progress.graph
    .tainting(job.id)
    .find((id) => hasFailed(id, progress) || resultOf(id, progress) === "cancelled");
  if (cause === undefined) return undefined;
  const verb = resultOf(cause, progress) === "cancelled" ? "was cancelled" : "failed";
  return { starts: false, result: "skipped", tainted: true, why: `"${cause}", which it waits for, ${verb}.` };
}

/** The order of the stages accepts every end of a job that doesn't taint; the other edges want more. */
function unmet(job: InterpretableJob, progress: Progress): Admission | undefined {
  const edge = job.edges.find((candidate) => !satisfied[candidate.kind](progress.done.get(candidate.from)));
  if (!edge) return undefined;
  const lack = edge.kind === "gate" ? "hasn't passed" : "hasn't succeeded";
  return stopped("skipped", `"${edge.from}", which it needs, ${lack}.`);
}

const satisfied = {
  order: () => true,
  explicit: (run) => run?.result === "success",
  gate: hasToken,
} satisfies Record<Edge["kind"], (run: JobRun | undefined) => boolean>;

function resultOf(id: string, { done }: Progress): JobRun["result"] | undefined {
  return done.get(id)?.result;
}

function stopped(result: "skipped" | "waiting", why: string): Admission {
  return { starts: false, result, tainted: false, why };
}
