import { containerShape, jobShape, type Shape, stepShape, triggerShape, workflowShape } from "@cicl/actions-tree";

const runStep = { ...stepShape, background: true } as const satisfies Shape;
const container = { ...containerShape, entrypoint: true, command: true } as const satisfies Shape;
const concurrency = { ...jobShape.concurrency, queue: true } as const satisfies Shape;
const filters = { types: true, branches: true, "branches-ignore": true, paths: true } as const satisfies Shape;

/** The keys that a rendered GitHub workflow may hold. */
export const githubShape: Shape = {
  ...workflowShape,
  description: true,
  "run-name": true,
  "cache-mode": true,
  concurrency,
  on: {
    ...triggerShape,
    push: { ...triggerShape.push, "branches-ignore": true },
    pull_request: filters,
    pull_request_target: filters,
    merge_group: filters,
    schedule: { cron: true, timezone: true },
    workflow_call: {
      inputs: { "*": { description: true, type: true, required: true, default: true } },
      secrets: { "*": { required: true } },
      outputs: { "*": { description: true, value: true } },
    },
    workflow_run: { types: true, branches: true, "branches-ignore": true, workflows: true },
    image_version: { types: true, names: true, versions: true },
    "*": { types: true },
  },
  jobs: {
    "*": {
      ...jobShape,
      "cache-mode": true,
      "cancel-timeout-minutes": true,
      concurrency,
      container: containerShape,
      environment: { name: true, url: true, deployment: true },
      secrets: true,
      services: { "*": container },
      snapshot: { "image-name": true, version: true, if: true },
      steps: { ...runStep, wait: true, "wait-all": true, cancel: true, parallel: runStep },
      strategy: { ...jobShape.strategy, "fail-fast": true, "max-parallel": true },
      uses: true,
      with: true,
    },
  },
};

/** The keys that a rendered composite action may hold. */
export const actionShape: Shape = {
  name: true,
  description: true,
  inputs: { "*": { description: true, required: true, default: true } },
  outputs: { "*": { description: true, value: true } },
  runs: { using: true, steps: stepShape },
};
