import { type Dialect, sharedContexts } from "@cicl/actions-tree";
import type { ResolvedOptions } from "./options.ts";

/** How Gitea spells what the Actions family shares. */
export function dialect(options: ResolvedOptions): Dialect {
  return {
    target: "gitea",
    title: "Gitea Actions",
    folder: ".gitea/workflows",
    // The workflow's name is the first part of the check's name already.
    jobName: (_pipeline, job) => job,
    // With its address an action is the same whatever the server's DEFAULT_ACTIONS_URL says.
    uses: (action, commit) => `${options.actions}/${action}@${commit}`,
    local: (path) => `./${path}`,
    actionsFolder: ".gitea/actions",
    runsOn: (runner) => (runner.labels.length > 0 ? runner.labels : options.label),
    // The server doesn't know cancelled() in a job's condition before 1.27.1; a cancelled run starts no job anyway.
    notCancelled: "always()",
    filtersNeeds: false,
    context: (name, starts) => sharedContexts[name](starts),
    headRef: () => undefined,
    schedule: ({ cron, zone }) => ({ cron: zone === undefined ? cron : `CRON_TZ=${zone} ${cron}` }),
    rootPermissions: false,
    // A job without a list of its own would get the repository's default, so every job names at least one scope.
    permissions: (needed) => ({ contents: "read", ...needed }),
    audited: false,
    environments: false,
    failFast: false,
  };
}
