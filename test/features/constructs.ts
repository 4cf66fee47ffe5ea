import type {
  Call,
  Condition,
  Environment,
  Expression,
  Feature,
  Job,
  Json,
  NativeKey,
  Pipeline,
  Report,
  Step,
  Trigger,
} from "@cicl/model";
import {
  bindingOf,
  environmentOf,
  gateOf,
  imageOf,
  jobOf,
  originOf,
  outputOf,
  pipelineOf,
  scriptOf,
  triggers,
  writes,
} from "../random/build.ts";

const literal = (value: string): Expression => ({ kind: "literal", value });
const step = { origin: originOf("step"), runs: "on-success", allowFailure: false } as const;

const withTrigger = (...on: readonly Trigger[]): Pipeline<"draft"> =>
  pipelineOf({ triggers: on, jobs: [jobOf("one")] });
const withJob = (overrides: Partial<Job<"draft">>): Pipeline<"draft"> =>
  pipelineOf({ jobs: [jobOf("one", overrides)] });
const withStep = (one: Step): Pipeline<"draft"> => withJob({ steps: [one] });
const withCondition = (when: Condition): Pipeline<"draft"> =>
  pipelineOf({ triggers: [triggers.push, triggers.tag, triggers["pull-request"]], jobs: [jobOf("one", { when })] });
const withValue = (value: Expression): Pipeline<"draft"> => withJob({ env: [bindingOf("VALUE", value)] });
const withReport = (report: Partial<Report>): Pipeline<"draft"> =>
  withJob({ reports: [{ kind: "junit", origin: originOf("report"), paths: ["a.xml"], ...report }] });

const matrix = {
  origin: originOf("matrix"),
  vectors: [{ key: "node", values: [20, 22] }],
  include: [],
  exclude: [],
  failFast: false,
} as const;

const service = { name: "db", origin: originOf("service"), image: "postgres:16.4", env: [], ports: ["5432"] } as const;

const behindOne = (overrides: Partial<Job<"draft">>): Pipeline<"draft"> =>
  pipelineOf({
    jobs: [
      jobOf("one", { stage: "first", outputs: writes("answer") }),
      jobOf("two", { stage: "second", ...overrides }),
    ],
  });

const deployTo = (environment: Partial<Environment>, overrides: Partial<Job<"draft">> = {}): Pipeline<"draft"> =>
  pipelineOf({
    environments: [environmentOf("dev", { tier: "development", ...environment })],
    jobs: [
      imageOf("app", { stage: "image" }),
      jobOf("ship", {
        stage: "ship",
        role: "deploy",
        environment: "dev",
        subject: outputOf("app", "digest"),
        needs: ["app"],
        ...overrides,
      }),
    ],
  });

const behindGate = pipelineOf({ jobs: [gateOf("scan", { stage: "first" }), imageOf("app", { stage: "second" })] });

const mayFail = pipelineOf({
  jobs: [jobOf("one", { stage: "first", allowFailure: true }), jobOf("two", { stage: "second", needs: ["one"] })],
});

/** A key that GitHub alone has. */
function keyOf(path: readonly string[], data: Json): NativeKey {
  return { target: "github", origin: originOf("github", ...path), path, content: { kind: "data", data } };
}

const background = scriptOf("sleep 1", { native: [keyOf(["background"], true)] });

const actionIs = {
  kind: "call",
  name: "contains",
  args: [
    { kind: "read", path: ["github", "event", "action"] },
    { kind: "constant", value: "label" },
  ],
} as const;

/** A job that calls another pipeline. */
function calling(call: Call): Pipeline<"draft"> {
  const { timeoutMinutes: _, ...job } = jobOf("one", { checkout: false, steps: [], call });
  return pipelineOf({ jobs: [job] });
}

const imageStep = imageOf("app").steps[0];
if (imageStep?.kind !== "image") throw new Error("An image job holds an image step.");
const login = { username: literal("ci"), password: { kind: "secret", name: "TOKEN" } } as const;

/** For each feature a small pipeline that uses it; a new feature doesn't compile without one. */
export const constructs: Readonly<Record<Feature, Pipeline<"draft">>> = {
  "trigger.push": withTrigger({ ...triggers.push, branches: ["main"] }),
  "trigger.push.paths": withTrigger({ ...triggers.push, paths: { include: ["src/**"], exclude: ["**/*.md"] } }),
  "trigger.tag": withTrigger(triggers.tag),
  "trigger.pull-request": withTrigger(triggers["pull-request"]),
  "trigger.pull-request.paths": withTrigger({
    ...triggers["pull-request"],
    paths: { include: ["src/**"], exclude: [] },
  }),
  "trigger.pull-request.activities": withTrigger({ ...triggers["pull-request"], activities: ["opened", "labeled"] }),
  "trigger.merge-queue": withTrigger(triggers["merge-queue"]),
  "trigger.schedule": withTrigger(triggers.schedule),
  "trigger.schedule.zone": withTrigger({ ...triggers.schedule, zone: "Europe/Berlin" }),
  "trigger.manual": withTrigger(triggers.manual),
  "trigger.manual.inputs": withTrigger({
    ...triggers.manual,
    inputs: { service: { type: "choice", required: true, options: ["hub", "all"], default: "all" } },
  }),
  "trigger.call": withTrigger(triggers.call),
  "trigger.call.outputs": pipelineOf({
    triggers: [
      { ...triggers.call, outputs: [{ name: "answer", origin: originOf("outputs"), job: "one", output: "answer" }] },
    ],
    jobs: [jobOf("one", { outputs: writes("answer") })],
  }),
  "trigger.manual.inputs.environment": withTrigger({
    ...triggers.manual,
    inputs: { where: { type: "environment", required: true } },
  }),
  "trigger.native": withTrigger({ ...triggers.native, filters: { types: ["opened"], branches: ["main"] } }),
  "trigger.key": withTrigger({ ...triggers.push, native: [keyOf(["branches-ignore"], ["dependabot/**"])] }),
  "pipeline.env": pipelineOf({ env: [bindingOf("A", literal("1"))], jobs: [jobOf("one")] }),
  "pipeline.concurrency": pipelineOf({
    concurrency: { group: literal("one"), cancelInProgress: true },
    jobs: [jobOf("one")],
  }),
  "pipeline.required": pipelineOf({
    required: [{ name: "all", origin: originOf("required"), jobs: ["one"] }],
    jobs: [jobOf("one")],
  }),
  "pipeline.key": pipelineOf({ native: [keyOf(["run-name"], "Check")], jobs: [jobOf("one")] }),
  "job.runner": withJob({}),
  "job.runner.labels": withJob({ runner: { os: "linux", arch: "x64", labels: ["docker"] } }),
  "job.container": withJob({ container: { image: "node:22-bookworm", env: [] } }),
  "job.container.credentials": withJob({
    container: { image: "registry.example.com/tools:1.0.0", env: [], credentials: login },
  }),
  "job.service": withJob({ container: { image: "node:22-bookworm", env: [] }, services: [service] }),
  "job.service.health": withJob({
    container: { image: "node:22-bookworm", env: [] },
    services: [{ ...service, health: { command: "pg_isready", intervalSeconds: 5, retries: 3 } }],
  }),
  "job.checkout": withJob({}),
  "job.checkout.depth": withJob({ checkout: { depth: 0, submodules: false, lfs: false } }),
  "job.checkout.submodules": withJob({ checkout: { depth: 1, submodules: true, lfs: false } }),
  "job.checkout.lfs": withJob({ checkout: { depth: 1, submodules: false, lfs: true } }),
  "job.env": withValue(literal("1")),
  "job.output": withJob({ outputs: writes("answer") }),
  "job.edge.order": behindOne({}),
  "job.edge.explicit": behindOne({ needs: ["one"] }),
  "job.edge.gate": behindGate,
  "job.when": withCondition({ kind: "branch", pattern: "main" }),
  "job.runs.always": behindOne({ runs: "always" }),
  "job.runs.on-failure": behindOne({ runs: "on-failure" }),
  "job.allow-failure": withJob({ allowFailure: true }),
  "job.allow-failure.need": mayFail,
  "job.matrix": withJob({ matrix }),
  "job.matrix.fail-fast": withJob({ matrix: { ...matrix, failFast: true } }),
  "job.matrix.max-parallel": withJob({ matrix: { ...matrix, maxParallel: 1 } }),
  "job.permissions": withJob({ permissions: { packages: "write" } }),
  "job.permissions.id-token": withJob({ permissions: { "id-token": "write" } }),
  "job.concurrency": withJob({ concurrency: { group: literal("one"), cancelInProgress: false } }),
  "job.timeout": withJob({ timeoutMinutes: 5 }),
  "job.retry": withJob({ retry: { attempts: 3, delaySeconds: 10 } }),
  "job.report": withReport({}),
  "job.report.coverage-minimum": withReport({ kind: "coverage", paths: ["coverage/lcov.info"], minimum: 80 }),
  "job.gate": behindGate,
  "job.aggregate": behindGate,
  "job.call": calling({
    of: { kind: "pipeline", pipeline: "hub", levels: 1, reaches: ["hub"], strict: true },
    inputs: [],
    secrets: [],
  }),
  "job.call.foreign": calling({
    of: {
      kind: "foreign",
      target: "github",
      workflow: "example/shared/.github/workflows/scan.yml",
      commit: "0123456789abcdef0123456789abcdef01234567",
    },
    inputs: [{ ...bindingOf("level", literal("high")), type: "string" }],
    secrets: [bindingOf("TOKEN", { kind: "secret", name: "TOKEN" })],
  }),
  "job.key": withJob({ native: [keyOf(["cancel-timeout-minutes"], 5)] }),
  "job.deploy": deployTo({}),
  "job.deploy.subject": deployTo({}),
  "environment.approval": deployTo({ approval: { count: 1, by: ["team:release"] } }),
  "environment.approval.several": deployTo({ approval: { count: 2, by: ["team:release"] } }),
  "environment.wait": deployTo({ waitMinutes: 5 }),
  "environment.window": deployTo({ window: { days: "mon-thu", from: "09:00", to: "16:00", zone: "Europe/Berlin" } }),
  "environment.branches": deployTo({ branches: ["main"] }),
  "environment.url": deployTo({ url: "https://dev.example.com" }),
  "environment.credentials.secret": deployTo({}),
  "environment.credentials.runner": deployTo({ credentials: "runner" }),
  "environment.credentials.repository": deployTo({ credentials: "repository" }),
  "step.script.sh": withStep(scriptOf("echo one")),
  "step.script.bash": withStep(scriptOf("echo one", { shell: "bash" })),
  "step.script.pwsh": withStep(scriptOf("Write-Output one", { shell: "pwsh" })),
  "step.script.directory": withStep(scriptOf("echo one", { directory: "docs" })),
  "step.setup": withStep({ ...step, kind: "setup", toolchain: "node", version: "22", packages: "pnpm", install: true }),
  "step.cache": withStep({ ...step, kind: "cache", paths: ["~/.cache/tool"], key: "tool", files: ["go.sum"] }),
  "step.upload": withStep({ ...step, kind: "upload", artifact: "site", paths: ["dist"], ifMissing: "fail" }),
  "step.upload.retention": withStep({
    ...step,
    kind: "upload",
    artifact: "site",
    paths: ["dist"],
    ifMissing: "fail",
    retentionDays: 30,
  }),
  "step.download": pipelineOf({
    jobs: [
      jobOf("one", { steps: [{ ...step, kind: "upload", artifact: "site", paths: ["dist"], ifMissing: "fail" }] }),
      jobOf("two", {
        stage: "second",
        steps: [{ ...step, kind: "download", artifact: "site", job: "one", path: "dist" }],
      }),
    ],
  }),
  "step.container": withStep({ ...step, kind: "container", image: "alpine:3.22", args: ["echo", "it's"], env: [] }),
  "step.image": pipelineOf({ jobs: [imageOf("app")] }),
  "step.image.login": pipelineOf({ jobs: [imageOf("app", { steps: [{ ...imageStep, login }] })] }),
  "step.uses": withStep({
    ...step,
    kind: "uses",
    action: "actions/labeler",
    inputs: [bindingOf("sync-labels", literal("true"))],
    env: [],
  }),
  "step.composite": pipelineOf({
    jobs: [
      jobOf("one", {
        steps: [{ ...step, kind: "composite", action: "greet", inputs: [bindingOf("who", literal("Ada"))] }],
      }),
    ],
    actions: [
      {
        name: "greet",
        source: "pipeline.ts",
        origin: originOf("greet"),
        description: "Greets somebody.",
        inputs: { who: { type: "string", required: true } },
        outputs: [],
        steps: [scriptOf("echo hello")],
      },
    ],
  }),
  "step.key": withJob({ steps: [background, { ...step, kind: "wait", steps: "all" }] }),
  "step.parallel": withStep({ ...step, kind: "parallel", steps: [scriptOf("echo one"), scriptOf("echo two")] }),
  "step.wait": withJob({ steps: [background, { ...step, kind: "wait", steps: [0] }] }),
  "step.cancel": withJob({ steps: [background, { ...step, kind: "cancel", step: 0 }] }),
  "step.native": withStep({ ...step, kind: "native", target: "github", step: { run: "echo one" } }),
  "step.per-target": withStep({
    ...step,
    kind: "per-target",
    targets: { github: [scriptOf("echo github")], gitea: [scriptOf("echo gitea")] },
  }),
  "step.when": withStep(scriptOf("echo one", { when: { kind: "branch", pattern: "main" } })),
  "step.runs.always": withStep(scriptOf("echo one", { runs: "always" })),
  "step.runs.on-failure": withStep(scriptOf("echo one", { runs: "on-failure" })),
  "step.allow-failure": withStep(scriptOf("echo one", { allowFailure: true })),
  "step.timeout": withStep(scriptOf("echo one", { timeoutMinutes: 3 })),
  "condition.branch": withCondition({ kind: "branch", pattern: "main" }),
  "condition.branch.prefix": withCondition({ kind: "branch", pattern: "release/**" }),
  "condition.branch.glob": withCondition({ kind: "branch", pattern: "release/*" }),
  "condition.tag": withCondition({ kind: "tag", pattern: "v1.0.0" }),
  "condition.tag.prefix": withCondition({ kind: "tag", pattern: "v**" }),
  "condition.tag.glob": withCondition({ kind: "tag", pattern: "v*-rc.*" }),
  "condition.event": withCondition({ kind: "event", event: "pull-request" }),
  "condition.fork": withCondition({ kind: "not", of: { kind: "fork" } }),
  "condition.draft": withCondition({ kind: "not", of: { kind: "draft" } }),
  "condition.changed": withCondition({ kind: "changed", globs: ["src/**"] }),
  "condition.equals": behindOne({ when: { kind: "equals", value: outputOf("one", "answer"), to: "yes" } }),
  "condition.native": withCondition({ kind: "native", target: "github", tree: actionIs }),
  "condition.native-event": pipelineOf({
    triggers: [triggers.native],
    jobs: [jobOf("one", { when: { kind: "native-event", target: "github", event: "pull_request_target" } })],
  }),
  "value.context": withValue({ kind: "context", name: "commit.sha" }),
  "value.input": pipelineOf({
    triggers: [{ ...triggers.manual, inputs: { who: { type: "string", required: false } } }],
    jobs: [jobOf("one", { env: [bindingOf("WHO", { kind: "input", name: "who" })] })],
  }),
  "value.output": behindOne({ env: [bindingOf("ANSWER", outputOf("one", "answer"))] }),
  "value.step-output": withJob({
    steps: [
      { ...step, kind: "uses", action: "docker/metadata-action", inputs: [], env: [] },
      scriptOf("echo one", { env: [bindingOf("TAGS", { kind: "step-output", step: 0, output: "tags" })] }),
    ],
  }),
  "value.native": withValue({
    kind: "native",
    target: "github",
    tree: { kind: "read", path: ["github", "workflow"] },
    untrusted: false,
  }),
  "value.result": behindOne({ runs: "always", env: [bindingOf("RESULT", { kind: "result", job: "one" })] }),
  "value.secret": withValue({ kind: "secret", name: "TOKEN" }),
  "value.secret.environment": deployTo(
    {},
    { env: [bindingOf("TOKEN", { kind: "secret", name: "TOKEN", environment: "dev" })] },
  ),
  "value.variable": withValue({ kind: "variable", name: "HOST" }),
  "value.variable.environment": deployTo(
    {},
    { env: [bindingOf("HOST", { kind: "variable", name: "HOST", environment: "dev" })] },
  ),
  "value.matrix": withJob({ matrix, env: [bindingOf("NODE", { kind: "matrix", key: "node" })] }),
  "value.template": withValue({
    kind: "template",
    parts: [literal("v-"), { kind: "context", name: "commit.sha" }],
  }),
};
