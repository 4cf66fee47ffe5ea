import type { Setting } from "@cicl/backend-kit";
import { aggregateId, type Environment, namedValues, type Pipeline, scopedName } from "@cicl/model";

/** What a person must set once in the repository, since no workflow file can hold it. */
export function settingsOf(pipeline: Pipeline<"gated">): readonly Setting[] {
  const setting = (kind: Setting["kind"], name: string, value: string, why: string): Setting => ({
    target: "github",
    pipeline: pipeline.name,
    kind,
    name,
    value,
    why,
  });
  const guarded = pipeline.triggers.find((trigger) => trigger.kind === "pull-request");
  const queued = pipeline.triggers.some((trigger) => trigger.kind === "merge-queue");
  const aggregate = pipeline.jobs.some((job) => job.id === aggregateId);
  // A called pipeline is handed its secrets by its caller.
  const handed = new Set(pipeline.triggers.flatMap((trigger) => (trigger.kind === "call" ? trigger.secrets : [])));
  const deployed = new Set(pipeline.jobs.flatMap((job) => job.environment ?? []));
  return [
    ...(guarded && aggregate
      ? [
          setting(
            "required-check",
            `Settings → Rules → Rulesets${guarded.branches ? ` for ${guarded.branches.join(", ")}` : ""} → Require status checks to pass`,
            `${pipeline.name} / ${aggregateId}`,
            "Without it a pull request can be merged whatever the gates say.",
          ),
          ...(queued
            ? []
            : [
                setting(
                  "branch-protection",
                  "Settings → Rules → Rulesets → Require merge queue",
                  "off",
                  "The pipeline doesn't start in a merge queue, where the required check would never be reported.",
                ),
              ]),
        ]
      : []),
    ...pipeline.environments
      .filter((environment) => deployed.has(environment.name))
      .map((environment) =>
        setting(
          "environment",
          `Settings → Environments → ${environment.name}`,
          protection(environment),
          "GitHub holds approvals, timers, branch rules and secrets of an environment outside the workflow.",
        ),
      ),
    ...namedValues(pipeline, "github")
      .filter(({ kind, name }) => kind === "variable" || !handed.has(name))
      .map(({ kind, name, environment }) =>
        setting(
          kind,
          environment === undefined
            ? "Settings → Secrets and variables → Actions"
            : `Settings → Environments → ${environment}`,
          scopedName(name, environment),
          `The pipeline reads this ${kind}.`,
        ),
      ),
  ];
}

function protection(environment: Environment): string {
  const { approval, waitMinutes, branches } = environment;
  const rules = [
    ...(approval ? [`required reviewers: ${approval.by.join(", ")}`, "prevent self-review: on"] : []),
    ...(waitMinutes ? [`wait timer: ${waitMinutes} minutes`] : []),
    ...(branches ? [`deployment branches: ${branches.join(", ")}`] : []),
  ];
  return rules.length === 0 ? "no protection rules" : rules.join("; ");
}
