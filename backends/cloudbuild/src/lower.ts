import type { LowerContext, Lowered } from "@cicl/backend-kit";
import { type Diagnostic, error } from "@cicl/diagnostics";
import { graphOf, type Pipeline } from "@cicl/model";
import { lowerBuild } from "./build/build.ts";
import { eventsOf } from "./build/events.ts";
import type { ResolvedOptions } from "./options.ts";
import { refusals } from "./refusals.ts";
import { settingsOf } from "./settings.ts";
import { lowerTrigger } from "./trigger.ts";

/** Lowers a pipeline to a build file and a trigger file for each event that it starts on. */
export function lower(pipeline: Pipeline<"gated">, context: LowerContext<ResolvedOptions>): Lowered {
  const graph = graphOf(pipeline);
  const events = eventsOf(pipeline);
  const unpinned = new Set<string>();
  const builds = events.map((event) => lowerBuild(pipeline, graph, event, context, unpinned));
  const triggers = events.map((event) => lowerTrigger(pipeline, event, context.options));
  const parts = [...builds, ...triggers];
  const running = new Set(builds.flatMap((build) => build.jobs));
  return {
    files: parts.map((part) => part.file),
    trace: parts.flatMap((part) => part.trace),
    settings: settingsOf(pipeline, context.options),
    diagnostics: distinct([
      ...refusals(pipeline),
      ...pipeline.jobs.filter((job) => !running.has(job.id)).map((job) => neverRuns(job)),
      ...parts.flatMap((part) => part.diagnostics),
    ]),
  };
}

/** What is true of several events is said once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function neverRuns(job: Pipeline["jobs"][number]): Diagnostic {
  return error(
    "CICL5001",
    {
      what: `The job "${job.id}" can run on no event that starts the pipeline.`,
      why: "Its condition and those of the jobs that it needs are never true together.",
      fix: "Leave the job out, or change a condition.",
    },
    { origin: job.origin, target: "cloudbuild" },
  );
}
