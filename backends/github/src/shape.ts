import { jobShape, type Shape, stepShape, triggerShape, workflowShape } from "@cicl/actions-tree";

/** The keys that a rendered GitHub workflow may hold. */
export const githubShape: Shape = {
  ...workflowShape,
  on: { ...triggerShape, merge_group: { types: true, branches: true }, schedule: { cron: true, timezone: true } },
  jobs: {
    "*": {
      ...jobShape,
      environment: { name: true, url: true },
      strategy: { ...jobShape.strategy, "fail-fast": true, "max-parallel": true },
      steps: { ...stepShape, background: true, wait: true, "wait-all": true, cancel: true, parallel: true },
    },
  },
};
