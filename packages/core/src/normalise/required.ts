import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import type { Check, Unchecked } from "./check.ts";

type CheckedJob = Unchecked["jobs"][number];

/** A required job runs in every run that must pass: neither a condition nor a need can skip it. */
export const required: Check = (pipeline) => {
  if (pipeline.required.length === 0) return [];
  const jobs = new Map(pipeline.jobs.map((job) => [job.id, job]));
  const members = pipeline.required.flatMap((set) =>
    set.jobs.flatMap((id) => {
      const job = jobs.get(id);
      return job ? skippable(job, jobs) : [unknownMember(id, set.name, set.origin)];
    }),
  );
  return [...members, ...filtered(pipeline)];
};

function skippable(job: CheckedJob, jobs: ReadonlyMap<string, CheckedJob>): readonly Diagnostic[] {
  const reason = skipReason(job) ?? (job.allowFailure ? "may fail without failing the run" : undefined);
  if (reason) return [refusal(job, `It ${reason}`, [])];
  return causes(job, jobs).map((cause) =>
    refusal(job, `It needs "${cause.id}", which ${skipReason(cause) ?? "may fail without failing the run"}`, [
      { message: `"${cause.id}" is declared here.`, origin: cause.origin },
    ]),
  );
}

function skipReason(job: CheckedJob): string | undefined {
  if (job.when) return "has a condition";
  if (job.call?.of.kind === "foreign") return "calls a workflow of which nothing is known";
  if (job.call && !job.call.of.strict) return `calls "${job.call.of.pipeline}", where a job may be skipped or fail`;
  return job.runs === "on-success"
    ? undefined
    : `runs ${job.runs === "always" ? "always, also behind failures" : "on failure only"}`;
}

/**
 * The jobs whose skip, or allowed failure, would skip this one. Only explicit edges hand a skip on: the order of the
 * stages accepts it.
 */
function causes(job: CheckedJob, jobs: ReadonlyMap<string, CheckedJob>): readonly CheckedJob[] {
  const seen = new Set<string>([job.id]);
  const found: CheckedJob[] = [];
  const pending = [job];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const edge of next.edges) {
      const from = jobs.get(edge.from);
      if (!from || edge.kind === "order" || seen.has(from.id)) continue;
      seen.add(from.id);
      if (skipReason(from) || from.allowFailure) found.push(from);
      else pending.push(from);
    }
  }
  return found;
}

function refusal(
  job: CheckedJob,
  because: string,
  related: readonly { message: string; origin: Origin }[],
): Diagnostic {
  return error(
    "CICL2015",
    {
      what: `The required job "${job.id}" can be skipped or pass over a failure.`,
      why: `${because}, and a job that didn't run has shown nothing.`,
      fix: "Remove that, or take the job out of the required ones.",
    },
    { origin: job.origin, related },
  );
}

function unknownMember(id: string, set: string, origin: Origin): Diagnostic {
  return error(
    "CICL2005",
    {
      what: `The set "${set}" requires "${id}", which is no job of this pipeline.`,
      why: "A job that doesn't exist can never pass.",
      fix: "Add the job to a stage, or take it out of the set.",
    },
    { origin },
  );
}

function filtered(pipeline: Unchecked): readonly Diagnostic[] {
  return pipeline.triggers.flatMap((trigger) => {
    if (!("paths" in trigger) || !trigger.paths) return [];
    return [
      error(
        "CICL2015",
        {
          what: `The ${trigger.kind} trigger filters paths although the pipeline has required jobs.`,
          why: "A change outside these paths would start no run, and the required check would wait for ever.",
          fix: "Remove the path filter, and let jobs that aren't required ask for changed files instead.",
        },
        { origin: trigger.origin },
      ),
    ];
  });
}
