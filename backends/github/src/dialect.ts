import { type Contexts, type Dialect, sharedContexts } from "@cicl/actions-tree";
import type { EventName, Runner } from "@cicl/model";
import type { ResolvedOptions } from "./options.ts";

/** GitHub runs a pull request on a merge with its base; cicl means the head commit, as on every other engine. */
const headCommit = "github.event.pull_request.head.sha || github.sha";

const contexts: Contexts = {
  ...sharedContexts,
  "commit.sha": (events) => (events.has("pull-request") ? headCommit : "github.sha"),
};

/** How GitHub spells what the Actions family shares. */
export function dialect(options: ResolvedOptions): Dialect {
  return {
    target: "github",
    title: "GitHub Actions",
    folder: ".github/workflows",
    jobName: (pipeline, job) => `${pipeline} / ${job}`,
    uses: (action, commit) => `${action}@${commit}`,
    runsOn: (runner) => labels(runner, options),
    notCancelled: "!cancelled()",
    filtersNeeds: true,
    context: (name, events) => contexts[name](events),
    schedule: ({ cron, zone }) => ({ cron, ...(zone === undefined ? {} : { timezone: zone }) }),
    headRef: `\${{ ${headCommit} }}`,
    rootPermissions: true,
    concurrency: runGroup,
    permissions: (needed) => needed,
    audited: true,
    environments: true,
    failFast: true,
  };
}

/**
 * A new commit in a pull request makes the run of the one before it pointless; every other run has a group of its own, so
 * that none waits for another or takes its place.
 */
function runGroup(
  pipeline: string,
  events: ReadonlySet<EventName>,
): Readonly<Record<"group" | "cancel-in-progress", string | boolean>> {
  return events.has("pull-request")
    ? {
        group: `${pipeline}-\${{ github.event.pull_request.number || github.run_id }}`,
        "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
      }
    : { group: `${pipeline}-\${{ github.run_id }}`, "cancel-in-progress": false };
}

/** Labels of the team's own mean its own machines. */
function labels(runner: Runner, options: ResolvedOptions): string | readonly string[] {
  if (runner.labels.length > 0) return ["self-hosted", runner.os, runner.arch, ...runner.labels];
  return options.runners[`${runner.os}-${runner.arch}`];
}
