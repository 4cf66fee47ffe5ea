import { type Contexts, type Dialect, type Starts, sharedContexts } from "@cicl/actions-tree";
import type { Runner } from "@cicl/model";
import type { ResolvedOptions } from "./options.ts";

/** Where GitHub looks for workflows, and where cicl keeps composite actions; relative to the root. */
export const workflowsFolder = ".github/workflows";
export const actionsFolder = ".github/actions";

const contexts: Contexts = {
  ...sharedContexts,
  "commit.sha": (starts) => headCommit(starts) ?? "github.sha",
};

/**
 * GitHub runs a pull request on a merge with its base; cicl means the head commit, as on every other engine. Where other
 * events can tell of a pull request too, they say what they run on themselves: `pull_request_target` must never take
 * the stranger's commit.
 */
function headCommit({ events, natives }: Starts): string | undefined {
  if (!events.has("pull-request") && !events.has("call")) return undefined;
  const mixed = natives.length > 0 || events.has("call");
  return `${mixed ? "github.event_name == 'pull_request' && " : ""}github.event.pull_request.head.sha || github.sha`;
}

/** How GitHub spells what the Actions family shares. */
export function dialect(options: ResolvedOptions): Dialect {
  return {
    target: "github",
    title: "GitHub Actions",
    folder: workflowsFolder,
    jobName: (pipeline, job) => `${pipeline} / ${job}`,
    uses: (action, commit) => `${action}@${commit}`,
    // The repository at the commit of the workflow: no earlier step can have changed it, and no working copy is needed.
    local: (path) => `$/${path}`,
    actionsFolder,
    runsOn: (runner) => labels(runner, options),
    notCancelled: "!cancelled()",
    filtersNeeds: true,
    context: (name, starts) => contexts[name](starts),
    queueBranches: "gh-readonly-queue/",
    schedule: ({ cron, zone }) => ({ cron, ...(zone === undefined ? {} : { timezone: zone }) }),
    headRef: (starts) => {
      const head = headCommit(starts);
      return head === undefined ? undefined : `\${{ ${head} }}`;
    },
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
 * that none waits for another or takes its place. A called pipeline shares its caller's run and number, so a group
 * would make the calls of one run wait for each other.
 */
function runGroup(
  pipeline: string,
  { events, natives }: Starts,
): Readonly<Record<"group" | "cancel-in-progress", string | boolean>> | undefined {
  if (events.has("call")) return undefined;
  const only = natives.length > 0 ? "github.event_name == 'pull_request' && " : "";
  return events.has("pull-request")
    ? {
        group: `${pipeline}-\${{ ${only}github.event.pull_request.number || github.run_id }}`,
        "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
      }
    : { group: `${pipeline}-\${{ github.run_id }}`, "cancel-in-progress": false };
}

/** Labels of the team's own mean its own machines. */
function labels(runner: Runner, options: ResolvedOptions): string | readonly string[] {
  if (runner.labels.length > 0) return ["self-hosted", runner.os, runner.arch, ...runner.labels];
  return options.runners[`${runner.os}-${runner.arch}`];
}
