import { type Diagnostic, warning } from "@cicl/diagnostics";
import { isUntrusted, type Pipeline, stepsOf } from "@cicl/model";

/** What of a working copy names the commit that is taken. */
const named: readonly string[] = ["ref", "repository"];

/**
 * Finds working copies of a stranger's commit in pipelines that run with the repository's rights: whatever reads them,
 * a build above all, runs the stranger's code. Source: GitHub's guide on `pull_request_target`.
 */
export function strangersCommits(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  const events = pipeline.triggers.flatMap((trigger) =>
    trigger.kind === "native" && trigger.reason !== undefined ? [trigger.event] : [],
  );
  if (events.length === 0) return [];
  return pipeline.jobs.flatMap((job) =>
    stepsOf(job, "github").flatMap(({ step }) => {
      if (step.kind !== "uses" || step.action !== "actions/checkout") return [];
      const chosen = step.inputs.find(({ name, value }) => named.includes(name) && isUntrusted(value));
      return chosen ? [strangersCommit(chosen.name, events, chosen.origin)] : [];
    }),
  );
}

function strangersCommit(input: string, events: readonly string[], origin: Diagnostic["origin"]): Diagnostic {
  return warning(
    "CICL5012",
    {
      what: `The working copy takes its "${input}" from the event, and ${events.join(" or ")} can start the pipeline.`,
      why: "The next step that builds or tests runs a stranger's code with the repository's token and secrets.",
      fix: "Build it on on.pullRequest(), and hand only its results over; here read nothing but the event itself.",
    },
    { target: "github", ...(origin ? { origin } : {}) },
  );
}
