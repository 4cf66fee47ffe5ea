import type { Setting } from "@cicl/backend-kit";
import { aggregateId, namedValues, type Pipeline, scopedName } from "@cicl/model";

/** What a person must set once on the server, since no workflow file can hold it. */
export function settingsOf(pipeline: Pipeline<"gated">): readonly Setting[] {
  const setting = (kind: Setting["kind"], name: string, value: string, why: string): Setting => ({
    target: "gitea",
    pipeline: pipeline.name,
    kind,
    name,
    value,
    why,
  });
  const pullRequests = pipeline.triggers.find((trigger) => trigger.kind === "pull-request");
  const aggregate = pipeline.jobs.some((job) => job.id === aggregateId);
  const pushed = pipeline.triggers.flatMap((trigger) => (trigger.kind === "push" ? (trigger.branches ?? []) : []));
  const branches = pullRequests?.branches ?? (pushed.length > 0 ? pushed : ["the default branch"]);
  const labels = new Set(pipeline.jobs.flatMap((job) => job.runner.labels));
  return [
    ...(pullRequests && aggregate
      ? [
          setting(
            "required-check",
            `Settings → Branches → ${branches.join(", ")} → Enable Status Check`,
            `${pipeline.name} / ${aggregateId} (pull_request)`,
            "Without it a pull request can be merged whatever the gates say.",
          ),
          setting(
            "branch-protection",
            `Settings → Branches → ${branches.join(", ")}`,
            `block_admin_merge_override: true, enable_force_push: false, protected_file_patterns: ".gitea/**;${pipeline.source};cicl.config.ts;cicl.lock", enable_bypass_allowlist: true for the people who own the pipelines`,
            "A pull request runs the workflow that it brings along, so the files that hold the gates need protection of their own.",
          ),
        ]
      : []),
    ...namedValues(pipeline, "gitea").map(({ kind, name, environment }) =>
      setting(
        kind,
        `Settings → Actions → ${kind === "secret" ? "Secrets" : "Variables"}`,
        scopedName(name, environment),
        environment === undefined
          ? `The pipeline reads this ${kind}.`
          : `The deploy to ${environment} reads this ${kind}; Gitea has no environments that could hold it.`,
      ),
    ),
    ...[...labels].map((label) =>
      setting("runner", "Settings → Actions → Runners", label, "A job waits for a runner with this label."),
    ),
  ];
}
