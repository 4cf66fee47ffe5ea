import { type Diagnostic, error } from "@cicl/diagnostics";
import { type Job, type Pipeline, topologicalOrder } from "@cicl/model";

/**
 * Checks what would let a run go round its gates.
 * @param pipeline with its gates and their edges
 * @returns a diagnostic for each hole
 */
export function bypasses(pipeline: Pipeline<"normalised">, publishing: readonly Job[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = pathFilters(pipeline);
  for (const job of pipeline.jobs.filter((candidate) => candidate.role === "gate")) {
    for (const [hole, advice] of holes(job)) diagnostics.push(bypass(job, hole, advice));
  }
  for (const job of publishing) {
    if (job.runs !== "on-success") {
      diagnostics.push(bypass(job, `runs ${job.runs}, whatever the gates say`, `Leave out "runs" on this job.`));
    }
  }
  const needs = new Map(pipeline.jobs.map((job) => [job.id, job.edges.map((edge) => edge.from)]));
  const { cycle } = topologicalOrder([...needs.keys()], (id) => needs.get(id) ?? []);
  const [start] = pipeline.jobs.filter((job) => cycle?.includes(job.id));
  if (cycle && start) {
    diagnostics.push(
      error(
        "CICL2006",
        {
          what: `The jobs ${[...cycle, cycle[0]].join(" → ")} wait for each other once the gates are in their place.`,
          why: "None of them could ever start.",
          fix: "Declare the gate in a stage before everything that publishes, and without needs on what it guards.",
        },
        { origin: start.origin },
      ),
    );
  }
  return diagnostics;
}

/** A pull request beside the filter starts no run: no gate looks at it, and a required check waits for ever. */
function pathFilters(pipeline: Pipeline<"normalised">): Diagnostic[] {
  if (!pipeline.jobs.some((job) => job.role === "gate")) return [];
  return pipeline.triggers.flatMap((trigger) =>
    trigger.kind === "pull-request" && trigger.paths
      ? [
          error(
            "CICL4003",
            {
              what: "Pull requests that change other paths only would pass by the gates of this pipeline.",
              why: "The run doesn't start for them: nothing is scanned, and a required check waits for ever.",
              fix: "Leave out the path filter on pull requests; a filter on pushes is fine.",
            },
            { origin: trigger.origin },
          ),
        ]
      : [],
  );
}

/** What makes a gate skippable or its verdict meaningless, with the way out. */
function holes(job: Job): readonly (readonly [string, string])[] {
  return [
    ...(job.when
      ? [["has a condition, so it can be skipped", `Leave out "when": a gate runs on every event.`] as const]
      : []),
    ...(job.allowFailure ? [["may fail without consequence", `Leave out "allowFailure".`] as const] : []),
    ...(job.runs !== "on-success" ? [["runs whatever happened before", `Leave out "runs".`] as const] : []),
    ...(job.matrix
      ? [["is a matrix, whose legs overwrite each other's token", "Declare a gate for each leg."] as const]
      : []),
  ];
}

function bypass(job: Job, hole: string, fix: string): Diagnostic {
  return error(
    "CICL4003",
    { what: `The job "${job.id}" ${hole}.`, why: "What it guards could go out without its verdict.", fix },
    { origin: job.origin },
  );
}
