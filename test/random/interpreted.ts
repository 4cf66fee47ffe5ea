import { type Event, type Interpretation, interpret, type JobResult, normalise, type Run } from "@cicl/core";
import type { Job, Pipeline } from "@cicl/model";
import { environmentOf, events, jobOf, pipelineOf, runAt, triggers } from "./build.ts";

/** Deploys from `main` alone. */
const production = environmentOf("production", { branches: ["main"] });
/** Deploys after an approval. */
const guarded = environmentOf("guarded", { approval: { count: 1, by: ["team:release"] } });

/** A normalised pipeline of these jobs that starts on every event, with the environments `production` and `guarded`. */
export function normalisedOf(...jobs: readonly Job<"draft">[]): Pipeline<"normalised"> {
  const portable = Object.values(triggers).filter(({ kind }) => kind !== "call" && kind !== "native");
  const draft = pipelineOf({ jobs, triggers: portable, environments: [production, guarded] });
  const { pipeline, diagnostics } = normalise(draft);
  if (!pipeline) throw new Error(JSON.stringify(diagnostics));
  return pipeline;
}

/** Interprets a pipeline of these jobs, on a push unless another event is given. */
export function interpreted(
  jobs: readonly Job<"draft">[],
  outcomes: Run["outcomes"] = {},
  event: Event = events.push,
): Interpretation {
  return interpret(normalisedOf(...jobs), runAt(event, outcomes));
}

/** A job in a stage; the stages come in the order in which the jobs name them. */
export function inStage(stage: number, id: string, overrides: Partial<Job<"draft">> = {}): Job<"draft"> {
  return jobOf(id, { stage: `s${stage}`, ...overrides });
}

/** The result of every job. */
export function resultsOf({ jobs }: Interpretation): Record<string, JobResult> {
  return Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
}
