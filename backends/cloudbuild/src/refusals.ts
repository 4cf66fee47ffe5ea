import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Pipeline } from "@cicl/model";

/** What is refused by its value rather than by its kind. */
export function refusals(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  return pipeline.jobs.flatMap((job): readonly Diagnostic[] => {
    const environment = pipeline.environments.find((candidate) => candidate.name === job.environment);
    if (!environment || environment.tier === "development") return [];
    return [
      error(
        "CICL5007",
        {
          what: `The environment "${environment.name}" is ${environment.tier}, and cicl renders only deploys to development for Cloud Build yet.`,
          why: "All steps of a build share one service account, so every job before the deploy could use what it may do.",
          fix: "Deploy there from another target.",
        },
        {
          origin: environment.origin,
          target: "cloudbuild",
          related: [{ message: "the deploy", origin: job.origin }],
        },
      ),
    ];
  });
}
