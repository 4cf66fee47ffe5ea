import { type Diagnostic, warning } from "@cicl/diagnostics";
import { aggregateId, type PullRequestTrigger } from "@cicl/model";
import type { Rule } from "./rule.ts";

/** A branch rule asks for the aggregate on the newest commit of each pull request into its branches. */
export const everyPullRequest: Rule = {
  id: "every-pull-request",
  title: "The aggregate speaks of every commit of every pull request",
  check(pipeline) {
    const speaks = pipeline.required.length > 0 || pipeline.jobs.some((job) => job.role === "gate");
    if (!speaks) return [];
    return pipeline.triggers.flatMap((trigger) =>
      trigger.kind === "pull-request" ? [...narrowed(trigger, pipeline.name), ...silent(trigger, pipeline.name)] : [],
    );
  },
};

function narrowed({ branches, native, origin }: PullRequestTrigger, pipeline: string): readonly Diagnostic[] {
  const ignores = native?.some(({ path }) => path[0] === "branches-ignore");
  if (!branches && !ignores) return [];
  return [
    warning(
      "CICL4003",
      {
        what: `Of all pull requests only those into ${branches?.join(", ") ?? "some branches"} start a run of "${pipeline}".`,
        why: `Into another branch they merge past its gates and required jobs, or wait for ever for ${aggregateId}.`,
        fix: `Leave out the filter of branches on pull requests; a filter on pushes is fine.`,
      },
      { origin },
    ),
  ];
}

/** The activities that bring a commit, as a diagnostic says them. */
const commits = { opened: "is opened", synchronize: "gets a new commit" } as const;

function silent({ activities, origin }: PullRequestTrigger, pipeline: string): readonly Diagnostic[] {
  const missing = (["opened", "synchronize"] as const).filter((name) => activities && !activities.includes(name));
  if (missing.length === 0) return [];
  return [
    warning(
      "CICL4007",
      {
        what: `No run of "${pipeline}" starts when a pull request ${missing.map((name) => commits[name]).join(" or ")}.`,
        why: `A branch rule that asks for ${aggregateId} waits for ever for what no run says of that commit.`,
        fix: `Add ${missing.map((name) => `"${name}"`).join(" and ")} to "activities".`,
      },
      { origin },
    ),
  ];
}
