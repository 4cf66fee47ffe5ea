import { graphOf } from "@cicl/model";
import { permissionsOf, secretsOf } from "./access.ts";
import { admit, hasToken, type Progress } from "./admission.ts";
import { barrierOf } from "./deploy.ts";
import { factsOfRun } from "./facts-of-run.ts";
import type { Interpretable, InterpretableJob, Interpretation, JobRun, Run } from "./run.ts";
import { startsOn } from "./starts.ts";
import { workOf } from "./work.ts";

/**
 * Says what a pipeline does in a run: the meaning of pipelines in executable form, to which every target is held.
 * Times (windows, waits, timeouts, a token's age) are not part of it.
 * @param pipeline with edges
 * @param run the event, and what the pipeline doesn't decide itself
 */
export function interpret(pipeline: Interpretable, run: Run): Interpretation {
  const before = pipeline.jobs.flatMap(({ id, edges }) => edges.map(({ from }) => [from, id] as const));
  if (!startsOn(pipeline, run.event)) return { starts: false, jobs: {}, before };
  const graph = graphOf(pipeline);
  const done = new Map<string, JobRun>();
  for (const id of graph.order) done.set(id, runOf(graph.job(id), pipeline, run, { graph, done }));
  return { starts: true, jobs: Object.fromEntries(done), before };
}

function runOf(job: InterpretableJob, pipeline: Interpretable, run: Run, progress: Progress): JobRun {
  const facts = factsOfRun(pipeline, run, progress.done);
  const admission = admit(job, progress, facts);
  if (!admission.starts) return idle(job, admission);
  const barrier = barrierOf(job, pipeline.environments, run.approvals ?? [], facts);
  if (barrier) return idle(job, { ...barrier, tainted: false });
  const work = workOf(job, run, (leg) => factsOfRun(pipeline, run, progress.done, leg));
  const missing = work.result === "success" && job.role === "aggregate" ? notPassed(job, progress) : undefined;
  return {
    ...work,
    ...(missing === undefined ? {} : { result: "failure", why: `"${missing}" hasn't passed.` }),
    tainted: false,
    permissions: permissionsOf(job, run.event),
    secrets: secretsOf(job, pipeline, run.event),
  };
}

/** The first job that the aggregate speaks for and that hasn't passed; a skip is no pass. */
function notPassed(job: InterpretableJob, { graph, done }: Progress): string | undefined {
  return job.edges.find(({ from }) => {
    const speaker = done.get(from);
    return graph.job(from).role === "gate" ? !hasToken(speaker) : speaker?.result !== "success";
  })?.from;
}

/** A job of which no step ran. */
function idle(job: InterpretableJob, end: Pick<JobRun, "result" | "tainted" | "why">): JobRun {
  const outputs = Object.fromEntries(job.outputs.map(({ name }) => [name, ""]));
  const { result, tainted, why } = end;
  return { result, tainted, why, outputs, permissions: {}, secrets: [], steps: [] };
}
