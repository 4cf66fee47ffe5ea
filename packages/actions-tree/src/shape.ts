import type { Shape } from "./keys.ts";

/** Shapes that both engines share; a backend adds what only it knows. */
export const stepShape = {
  id: true,
  name: true,
  if: true,
  uses: true,
  with: true,
  run: true,
  shell: true,
  env: true,
  "working-directory": true,
  "timeout-minutes": true,
  "continue-on-error": true,
} as const satisfies Shape;

export const containerShape = {
  image: true,
  credentials: { username: true, password: true },
  env: true,
  ports: true,
  volumes: true,
  options: true,
} as const satisfies Shape;

export const jobShape = {
  name: true,
  needs: true,
  if: true,
  "runs-on": true,
  permissions: true,
  concurrency: { group: true, "cancel-in-progress": true },
  "timeout-minutes": true,
  "continue-on-error": true,
  strategy: { matrix: true },
  container: containerShape,
  services: { "*": containerShape },
  env: true,
  outputs: true,
  steps: stepShape,
} as const satisfies Shape;

export const workflowShape = {
  name: true,
  permissions: true,
  concurrency: { group: true, "cancel-in-progress": true },
  defaults: { run: { shell: true } },
  env: true,
} as const satisfies Shape;

const pathFilter = { branches: true, paths: true } as const satisfies Shape;

export const triggerShape = {
  push: { ...pathFilter, tags: true },
  pull_request: { ...pathFilter, types: true },
  workflow_dispatch: {
    inputs: { "*": { description: true, type: true, required: true, default: true, options: true } },
  },
} as const satisfies Shape;
