import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Pipeline, PullRequestActivity } from "@cicl/model";

/** Activities that Gitea never reports; a workflow that waits for one would never start. */
const silentActivities: readonly PullRequestActivity[] = ["ready_for_review", "converted_to_draft"];

/** Scopes that give the token something; the server accepts all others and ignores them. */
const effectiveScopes = ["contents", "issues", "pull-requests", "packages", "actions"];

/** Scopes whose use is a feature of its own, which the capabilities answer for. */
const answeredScopes = ["id-token"];

/** What Gitea refuses by its value rather than by its kind. */
export function refusals(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  const target = "gitea";
  const diagnostics: Diagnostic[] = [];
  for (const trigger of pipeline.triggers) {
    const silent =
      trigger.kind === "pull-request" ? trigger.activities?.filter((name) => silentActivities.includes(name)) : [];
    for (const name of silent ?? []) {
      diagnostics.push(
        error(
          "CICL5001",
          {
            what: `Gitea has no activity "${name}" of pull requests.`,
            why: "The pipeline would never start for it, without a word.",
            fix: "Leave the activity out for this target.",
          },
          { origin: trigger.origin, target },
        ),
      );
    }
  }
  for (const job of pipeline.jobs) {
    const { os, arch, labels } = job.runner;
    if (labels.length === 0 && (os !== "linux" || arch !== "x64")) {
      diagnostics.push(
        error(
          "CICL5001",
          {
            what: `The job "${job.id}" asks for ${os} on ${arch} and names no label.`,
            why: "Gitea has no machines of its own: only a runner's labels say what it is.",
            fix: `Name the labels of such a runner: runner.${os}({ labels: ["…"] }).`,
          },
          { origin: job.origin, target },
        ),
      );
    }
    const idle = Object.keys(job.permissions).filter((name) => ![...effectiveScopes, ...answeredScopes].includes(name));
    for (const scope of idle) {
      diagnostics.push(
        error(
          "CICL5001",
          {
            what: `The scope "${scope}" of the job "${job.id}" has no effect on Gitea.`,
            why: "The server accepts it and gives the token nothing.",
            fix: "Leave the scope out, or use a secret with an access token.",
          },
          { origin: job.origin, target },
        ),
      );
    }
    const environment = pipeline.environments.find((candidate) => candidate.name === job.environment);
    if (environment?.tier === "production" && environment.credentials === "secret") {
      diagnostics.push(
        error(
          "CICL5007",
          {
            what: `The environment "${environment.name}" is production, and Gitea can keep its credentials only as secrets of the repository.`,
            why: "Everyone who can push a branch can read them with a workflow of their own.",
            fix: "Deploy to production from another target until its credentials can live on a runner of their own.",
          },
          { origin: environment.origin, target, related: [{ message: "the deploy", origin: job.origin }] },
        ),
      );
    }
  }
  return diagnostics;
}
