import type { Condition } from "../condition.ts";
import type { Binding, Expression } from "../expression.ts";
import type { Job } from "../job.ts";
import type { NativeKey } from "../native-key.ts";
import { brand, type Pipeline } from "../pipeline.ts";
import type { Step } from "../step.ts";
import type { Trigger } from "../trigger.ts";

const origin = { file: "pipeline.ts", line: 1, column: 1, path: ["jobs", "0"] };

const values: readonly Expression[] = [
  { kind: "literal", value: "x" },
  { kind: "context", name: "pr.title" },
  { kind: "input", name: "level" },
  { kind: "output", job: "build", output: "digest" },
  { kind: "step-output", step: 0, output: "tags" },
  {
    kind: "native",
    target: "github",
    untrusted: true,
    tree: {
      kind: "call",
      name: "case",
      args: [
        { kind: "condition", condition: { kind: "fork" } },
        { kind: "read", path: ["github", "event", "issue", "title"] },
        { kind: "value", value: { kind: "variable", name: "TITLE" } },
        { kind: "constant", value: null },
      ],
    },
  },
  { kind: "result", job: "build" },
  { kind: "secret", name: "TOKEN" },
  { kind: "secret", name: "TOKEN", environment: "production" },
  { kind: "variable", name: "REGION", environment: "production" },
  { kind: "matrix", key: "os" },
];
const value: Expression = { kind: "template", parts: values };
const env: readonly Binding[] = [{ name: "A", value, origin }];

const when: Condition = {
  kind: "and",
  of: [
    {
      kind: "or",
      of: [
        { kind: "branch", pattern: "main" },
        { kind: "tag", pattern: "v*" },
      ],
    },
    { kind: "not", of: { kind: "event", event: "schedule" } },
    { kind: "fork" },
    { kind: "draft" },
    { kind: "changed", globs: ["src/**"] },
    { kind: "equals", value, to: "x" },
    { kind: "native-event", target: "github", event: "issues", activity: "opened" },
    { kind: "native", target: "github", tree: { kind: "constant", value: true } },
  ],
};

const native: readonly NativeKey[] = [
  { target: "github", origin, path: ["snapshot", "image-name"], content: { kind: "data", data: "warm" } },
  { target: "github", origin, path: ["run-name"], content: { kind: "value", value } },
  { target: "github", origin, path: ["snapshot", "if"], content: { kind: "condition", condition: when } },
];

const base = { origin, runs: "on-success", allowFailure: false } as const;
const script: Step = { ...base, kind: "script", shell: "sh", text: "make", env, directory: "app", guard: true };
const steps: readonly Step[] = [
  { ...script, name: "Make", when, runs: "always", allowFailure: true, timeoutMinutes: 5, native },
  { ...base, kind: "parallel", steps: [script] },
  { ...base, kind: "wait", steps: [0] },
  { ...base, kind: "wait", steps: "all" },
  { ...base, kind: "cancel", step: 0 },
  { ...base, kind: "composite", action: "prepare", permissions: { packages: "read" }, inputs: env },
  { ...base, kind: "setup", toolchain: "node", version: "22", packages: "pnpm", install: true },
  { ...base, kind: "cache", paths: [".cache"], key: "k", files: ["*.lock"] },
  { ...base, kind: "upload", artifact: "dist", paths: ["dist"], retentionDays: 5, ifMissing: "fail" },
  { ...base, kind: "download", artifact: "dist", job: "build", path: "dist" },
  { ...base, kind: "container", image: "alpine:3", entrypoint: "sh", args: ["-c", "true"], env },
  {
    ...base,
    kind: "image",
    context: ".",
    dockerfile: "Dockerfile",
    repository: "r/x",
    buildArgs: env,
    platforms: ["linux/amd64"],
    target: "run",
    login: { username: value, password: value },
  },
  {
    ...base,
    kind: "uses",
    action: "o/r",
    commit: "0".repeat(40),
    known: true,
    permissions: { attestations: "write" },
    inputs: env,
    env,
  },
  { ...base, kind: "native", target: "github", step: { run: "x", with: { list: [1, true, null, { a: "b" }] } } },
  { ...base, kind: "per-target", targets: { github: [script], gitea: [] } },
];

const triggers: readonly Trigger[] = [
  { kind: "push", origin, branches: ["main"], paths: { include: ["src/**"], exclude: [] }, native },
  { kind: "tag", origin, tags: ["v*"] },
  { kind: "pull-request", origin, activities: ["opened"] },
  { kind: "merge-queue", origin },
  { kind: "schedule", origin, cron: "0 3 * * *", zone: "Europe/Berlin" },
  { kind: "manual", origin, inputs: { level: { type: "choice", required: true, default: "a", options: ["a", "b"] } } },
  {
    kind: "call",
    origin,
    inputs: { dry: { type: "boolean", required: false, default: true } },
    secrets: ["TOKEN"],
    outputs: [{ name: "digest", origin, description: "What was built", job: "build", output: "digest" }],
  },
  {
    kind: "native",
    origin,
    target: "github",
    event: "issues",
    filters: { types: ["opened"] },
    open: true,
    reason: "Labels new issues.",
  },
];

const job: Job<"draft"> = {
  id: "build",
  origin,
  role: "ordinary",
  stage: "verify",
  runner: { os: "linux", arch: "x64", labels: ["big"] },
  container: { image: "node:22", env, credentials: { username: value, password: value } },
  services: [
    {
      name: "db",
      origin,
      image: "postgres:17",
      env,
      ports: ["5432:5432"],
      health: { command: "pg_isready", intervalSeconds: 5, retries: 10 },
    },
  ],
  checkout: { depth: 1, submodules: false, lfs: false },
  steps,
  env,
  outputs: [
    { name: "a", origin, kind: "step", step: 0 },
    { name: "b", origin, kind: "value", value },
    { name: "c", origin, kind: "call" },
  ],
  needs: ["lint"],
  when,
  runs: "on-success",
  allowFailure: false,
  matrix: {
    origin,
    vectors: [{ key: "os", values: ["linux", 22, true] }],
    include: [{ os: "windows" }],
    exclude: [],
    failFast: false,
    maxParallel: 2,
  },
  environment: "production",
  subject: value,
  permissions: { contents: "read", "id-token": "write" },
  concurrency: { group: value, cancelInProgress: true },
  timeoutMinutes: 10,
  retry: { attempts: 2, delaySeconds: 1 },
  reports: [{ kind: "coverage", origin, paths: ["lcov.info"], minimum: 80 }],
  call: {
    of: { kind: "pipeline", pipeline: "other", levels: 1, reaches: ["other"], strict: true },
    inputs: [{ name: "A", value, origin, type: "number" }],
    secrets: env,
  },
  native,
  gate: {
    id: "unit-tests",
    placement: "source",
    parameters: { minimum: 80 },
    injected: { rule: "tests", layer: "cicl/baseline", because: ["The repository has a lock file."] },
  },
};

const parts = {
  name: "hub",
  source: "pipeline.ts",
  origin,
  triggers,
  stages: [{ name: "verify", origin }],
  environments: [
    {
      name: "production",
      origin,
      tier: "production",
      approval: { count: 2, by: ["team:release"] },
      waitMinutes: 5,
      window: { days: "mon-thu", from: "09:00", to: "16:00", zone: "Europe/Berlin" },
      branches: ["main"],
      credentials: "secret",
      url: "https://example.com",
    },
  ],
  env,
  concurrency: { group: value, cancelInProgress: false },
  actions: [
    {
      name: "prepare",
      source: "actions.ts",
      origin,
      description: "Prepares.",
      inputs: {},
      outputs: [{ name: "a", origin, value: { kind: "step-output", step: 0, output: "a" } }],
      steps: [script],
    },
  ],
  native,
  required: [{ name: "merge", origin, jobs: ["build"] }],
} as const;

/** A draft that holds every kind of trigger, step, condition and value, and every optional member of a job. */
export const draft: Pipeline<"draft"> = brand<"draft">({ phase: "draft", ...parts, jobs: [job] });

/** The same with edges. */
export const gated: Pipeline<"gated"> = brand<"gated">({
  phase: "gated",
  ...parts,
  jobs: [{ ...job, timeoutMinutes: 10, edges: [{ from: "lint", kind: "explicit" }] }],
});
