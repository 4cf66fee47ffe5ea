import type { Event, EventOf, JobOutcome, Run } from "@cicl/core";
import type { Origin } from "@cicl/diagnostics";
import {
  type Binding,
  brand,
  type Environment,
  type EventName,
  type Expression,
  gateToken,
  type ImageStep,
  type Job,
  type OutputValue,
  type Pipeline,
  type ScriptStep,
  type Trigger,
} from "@cicl/model";

/** A place in a `pipeline.ts` that doesn't exist, told apart by its path. */
export function originOf(...path: readonly string[]): Origin {
  return { file: "pipeline.ts", line: 1, column: 1, path };
}

/** One trigger of a kind, with the widest filter. */
export const triggers: { readonly [K in EventName]: Extract<Trigger, { kind: K }> } = {
  push: { kind: "push", origin: originOf("on", "push") },
  tag: { kind: "tag", origin: originOf("on", "tag"), tags: ["**"] },
  "pull-request": { kind: "pull-request", origin: originOf("on", "pull-request") },
  "merge-queue": { kind: "merge-queue", origin: originOf("on", "merge-queue") },
  schedule: { kind: "schedule", origin: originOf("on", "schedule"), cron: "0 4 * * 1" },
  manual: { kind: "manual", origin: originOf("on", "manual"), inputs: {} },
  call: { kind: "call", origin: originOf("on", "call"), inputs: {}, secrets: [], outputs: [] },
  native: {
    kind: "native",
    origin: originOf("on", "native"),
    target: "github",
    event: "pull_request_target",
    filters: {},
    open: true,
    reason: "Greets whoever opens one.",
  },
};

/** A script step with defaults. */
export function scriptOf(text: string, overrides: Partial<ScriptStep> = {}): ScriptStep {
  const origin = originOf("step", text);
  return { kind: "script", origin, runs: "on-success", allowFailure: false, shell: "sh", text, env: [], ...overrides };
}

/** A draft job with defaults, in the stage `main` with one script step. */
export function jobOf(id: string, overrides: Partial<Job<"draft">> = {}): Job<"draft"> {
  return {
    id,
    origin: originOf("jobs", id),
    role: "ordinary",
    stage: "main",
    runner: { os: "linux", arch: "x64", labels: [] },
    services: [],
    checkout: { depth: 1, submodules: false, lfs: false },
    steps: [scriptOf(`echo ${id}`)],
    env: [],
    outputs: [],
    runs: "on-success",
    allowFailure: false,
    permissions: {},
    reports: [],
    ...overrides,
  };
}

/** A draft image job with its output `digest`. */
export function imageOf(id: string, overrides: Partial<Job<"draft">> = {}): Job<"draft"> {
  const origin = originOf("jobs", id);
  const step: ImageStep = {
    kind: "image",
    origin,
    runs: "on-success",
    allowFailure: false,
    context: ".",
    dockerfile: "Dockerfile",
    repository: `registry.example.com/${id}`,
    buildArgs: [],
    platforms: ["linux/amd64"],
  };
  const outputs = [{ kind: "step", name: "digest", origin, step: 0 }] as const;
  return jobOf(id, { role: "image", steps: [step], outputs, ...overrides });
}

/** A draft gate of the placement `source`, whose one step writes the token. */
export function gateOf(id: string, overrides: Partial<Job<"draft">> = {}): Job<"draft"> {
  return jobOf(id, {
    role: "gate",
    outputs: [{ kind: "step", name: gateToken, origin: originOf("jobs", id, gateToken), step: 0 }],
    gate: { id, placement: "source", parameters: {} },
    ...overrides,
  });
}

/** An environment with defaults, without approval. */
export function environmentOf(name: string, overrides: Partial<Environment> = {}): Environment {
  const origin = originOf("environments", name);
  return { name, origin, tier: "production", credentials: "secret", ...overrides };
}

/** A draft pipeline with defaults: it starts on every push, and its stages are those that the jobs name. */
export function pipelineOf(
  overrides: Partial<Omit<Pipeline<"draft">, "jobs" | "stages">> & {
    readonly jobs: readonly Job<"draft">[];
    readonly stages?: readonly string[];
  },
): Pipeline<"draft"> {
  const stages = overrides.stages ?? [...new Set(overrides.jobs.map((job) => job.stage))];
  return brand<"draft">({
    phase: "draft",
    name: "hub",
    source: "pipeline.ts",
    origin: originOf("pipeline"),
    triggers: [triggers.push],
    environments: [],
    env: [],
    required: [],
    ...overrides,
    stages: stages.map((name) => ({ name, origin: originOf("stages", name) })),
  });
}

/** The value of another job's output. */
export function outputOf(job: string, output: string): OutputValue {
  return { kind: "output", job, output };
}

/** A job's declaration of outputs that its first step writes. */
export function writes(...names: readonly string[]): Job<"draft">["outputs"] {
  return names.map((name) => ({ kind: "step", name, origin: originOf("outputs", name), step: 0 }));
}

/** A named value. */
export function bindingOf(name: string, value: Expression): Binding {
  return { name, value, origin: originOf("bindings", name) };
}

const commit = "1f0c2a9b8e7d6c5b4a39281706f5e4d3c2b1a099";
const everyEvent = {
  commit,
  actor: "ada",
  repository: { owner: "example", name: "hub" },
  run: { id: "1000", number: "1", attempt: "1" },
};

/** One event of every kind: a push to `main`, a tag `v1.0.0`, an opened pull request into `main` … */
export const events: { readonly [K in EventName]: EventOf<K> } = {
  push: { ...everyEvent, kind: "push", branch: "main", before: commit, changed: ["README.md"] },
  tag: { ...everyEvent, kind: "tag", tag: "v1.0.0" },
  "pull-request": {
    ...everyEvent,
    kind: "pull-request",
    activity: "opened",
    number: 7,
    title: "A change",
    body: "",
    base: "main",
    head: "feature/change",
    fork: false,
    draft: false,
    changed: ["README.md"],
  },
  "merge-queue": {
    ...everyEvent,
    kind: "merge-queue",
    base: "main",
    ref: "refs/heads/queue/main/7",
    changed: ["README.md"],
  },
  schedule: { ...everyEvent, kind: "schedule", cron: "0 4 * * 1", branch: "main" },
  manual: { ...everyEvent, kind: "manual", ref: { kind: "branch", name: "main" }, inputs: {} },
  call: { ...everyEvent, kind: "call", ref: { kind: "branch", name: "main" }, inputs: {} },
  native: { ...everyEvent, kind: "native", event: "pull_request_target", activity: "opened", ref: "refs/heads/main" },
};

/** A run of an event of which every job succeeds, but for the outcomes that are given. */
export function runAt(event: Event = events.push, outcomes: Run["outcomes"] = {}): Run {
  return { event, outcomes };
}

/** A job that fails. */
export const fails: JobOutcome = { result: "failure" };
