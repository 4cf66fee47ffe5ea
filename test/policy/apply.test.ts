import { spawnSync } from "node:child_process";
import { normalise } from "@cicl/core";
import {
  aggregateId,
  type Condition,
  type ContextName,
  type GateDefinition,
  type Job,
  type Pipeline,
  type Policy,
  type Step,
  type Trigger,
} from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import { describe, expect, test } from "vitest";
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
} from "../random/build.ts";

const scan: GateDefinition = {
  id: "scan",
  title: "A scan",
  placement: "source",
  defaults: { level: 1 },
  applies: ({ lockfiles }) => ({
    applies: lockfiles === undefined || lockfiles.length > 0,
    because: ["there is a lock file."],
  }),
  atLeastAsStrong: (have, want) => Number(have.level) >= Number(want.level),
  build: (parameters) => gateOf("scan", { gate: { id: "scan", placement: "source", parameters } }),
};

const policy: Policy = {
  name: "acme/policy",
  requires: [{ rule: "scan-all", gate: "scan", parameters: {} }],
  tokenMaxAgeHours: 24,
};

function gate(draft: Pipeline<"draft">, overrides: Partial<Parameters<typeof applyPolicy>[1]> = {}) {
  const { pipeline, diagnostics } = normalise(draft);
  if (!pipeline) throw new Error(JSON.stringify(diagnostics));
  const facts = { lockfiles: ["pnpm-lock.yaml"], dockerfiles: [] };
  return applyPolicy(pipeline, { policy, catalogue: [scan], facts, version: "0.1", ...overrides });
}

function gated(...request: Parameters<typeof gate>): Pipeline<"gated"> {
  const { pipeline, diagnostics } = gate(...request);
  if (!pipeline) throw new Error(JSON.stringify(diagnostics));
  return pipeline;
}

function jobIn(pipeline: Pipeline<"gated">, id: string): Job<"gated"> {
  const job = pipeline.jobs.find((candidate) => candidate.id === id);
  if (!job) throw new Error(`There is no job ${id}.`);
  return job;
}

function shipping(overrides: Partial<Job<"draft">> = {}): Pipeline<"draft"> {
  return pipelineOf({
    environments: [environmentOf("dev", { tier: "development" })],
    jobs: [
      imageOf("app", { stage: "image" }),
      jobOf("ship", {
        role: "deploy",
        stage: "ship",
        environment: "dev",
        subject: outputOf("app", "digest"),
        when: { kind: "branch", pattern: "main" },
        needs: ["app"],
        ...overrides,
      }),
    ],
  });
}

test("a required gate is added with the reason why", () => {
  const added = jobIn(gated(pipelineOf({ jobs: [jobOf("one")] })), "scan");
  expect(added.gate?.injected).toEqual({ rule: "scan-all", layer: "acme/policy", because: ["there is a lock file."] });
});

test("a gate whose facts say no isn't added, and an unknown fact counts as yes", () => {
  const draft = pipelineOf({ jobs: [jobOf("one")] });
  const without = gated(draft, { facts: { lockfiles: [], dockerfiles: [] } });
  expect(without.jobs.map((job) => job.id)).toEqual(["one"]);
  const unknown = gated(draft, { facts: { lockfiles: undefined, dockerfiles: undefined } });
  expect(unknown.jobs.map((job) => job.id)).toContain("scan");
});

test("a declared gate that is strong enough isn't added again", () => {
  const declared = gateOf("my-scan", { gate: { id: "scan", placement: "source", parameters: { level: 2 } } });
  const pipeline = gated(pipelineOf({ jobs: [declared] }));
  expect(pipeline.jobs.map((job) => job.id)).toEqual(["my-scan", aggregateId]);
});

test("a weaker gate of the same id, a job that takes its name, and an unknown gate are refused", () => {
  const strict: Policy = { ...policy, requires: [{ rule: "r", gate: "scan", parameters: { level: 3 } }] };
  const weak = gateOf("scan", { gate: { id: "scan", placement: "source", parameters: { level: 1 } } });
  const codes = (...request: Parameters<typeof gate>): readonly string[] =>
    gate(...request).diagnostics.map((diagnostic) => diagnostic.code);
  expect(codes(pipelineOf({ jobs: [weak] }), { policy: strict })).toEqual(["CICL4002"]);
  expect(codes(pipelineOf({ jobs: [jobOf("scan")] }))).toEqual(["CICL4005"]);
  expect(codes(pipelineOf({ jobs: [jobOf("one")] }), { catalogue: [] })).toEqual(["CICL4001"]);
});

test("everything that publishes waits for every source gate, and nothing else does", () => {
  const pipeline = gated(shipping());
  const gates = (id: string) => jobIn(pipeline, id).edges.filter((edge) => edge.kind === "gate");
  expect(gates("app")).toEqual([{ from: "scan", kind: "gate" }]);
  expect(gates("ship")).toEqual([{ from: "scan", kind: "gate" }]);
  const proposal = gated(pipelineOf({ triggers: [triggers["pull-request"]], jobs: [imageOf("app")] }));
  expect(jobIn(proposal, "app").edges).toEqual([]);
});

describe("what else makes something public waits for every source gate", () => {
  const step = { kind: "uses", origin: originOf("step"), runs: "on-success", allowFailure: false, env: [] } as const;
  const action = (name: string, value?: string, input = "push"): Step => ({
    ...step,
    action: name,
    inputs: value === undefined ? [] : [bindingOf(input, { kind: "literal", value })],
  });
  const native = (written: Extract<Step, { kind: "native" }>["step"]): Step => {
    const { env: _, ...common } = step;
    return { ...common, kind: "native", target: "github", step: written };
  };
  const foreign: Job<"draft">["call"] = {
    of: { kind: "foreign", target: "github", workflow: "acme/ci/.github/workflows/a.yml", commit: "0".repeat(40) },
    inputs: [],
    secrets: [],
  };
  const token = bindingOf("TOKEN", { kind: "secret", name: "TOKEN" });
  test.each<[string, Partial<Job<"draft">>, boolean]>([
    ["an action that pushes", { steps: [action("docker/build-push-action", "true")] }, true],
    ["one that is written in another case", { steps: [action("Docker/Build-Push-Action", "true")] }, true],
    ["one that only builds", { steps: [action("docker/build-push-action", "false")] }, false],
    [
      "one whose output pushes",
      { steps: [action("docker/build-push-action", "type=image,push=true", "outputs")] },
      true,
    ],
    ["one whose output is a file", { steps: [action("docker/build-push-action", "type=tar", "outputs")] }, false],
    [
      "one in the target's own words",
      { steps: [native({ uses: "docker/build-push-action@v6", with: { push: true } })] },
      true,
    ],
    [
      "one there that only builds",
      { steps: [native({ uses: "docker/build-push-action@v6", with: { push: false } })] },
      false,
    ],
    ["one that says nothing of it", { steps: [action("docker/build-push-action")] }, false],
    ["an action that deploys", { steps: [action("google-github-actions/deploy-cloudrun")] }, true],
    ["one beside others", { steps: [{ ...step, kind: "parallel", steps: [action("actions/deploy-pages")] }] }, true],
    ["one inside a composite action", { steps: [{ ...step, kind: "composite", action: "ship", inputs: [] }] }, true],
    ["another action", { steps: [action("actions/setup-node")] }, false],
    ["a scope to publish with", { permissions: { packages: "write" } }, true],
    ["one to read", { permissions: { packages: "read" } }, false],
    ["a call elsewhere with secrets", { steps: [], checkout: false, call: { ...foreign, secrets: [token] } }, true],
    ["one with a scope", { steps: [], checkout: false, call: foreign, permissions: { contents: "write" } }, true],
    ["one without any", { steps: [], checkout: false, call: foreign }, false],
  ])("%s", (_, overrides, waits) => {
    const composite = {
      name: "ship",
      source: "pipeline.ts",
      origin: originOf("ship"),
      description: "",
      inputs: {},
      outputs: [],
      steps: [action("pypa/gh-action-pypi-publish")],
    };
    const pipeline = gated({ ...pipelineOf({ jobs: [jobOf("one", overrides)] }), actions: [composite] });
    expect(jobIn(pipeline, "one").edges.some(({ kind }) => kind === "gate")).toBe(waits);
  });
});

test("a gate behind what it guards is a cycle", () => {
  const late = gateOf("late", { stage: "zz", gate: { id: "scan", placement: "source", parameters: { level: 1 } } });
  const draft = pipelineOf({ jobs: [imageOf("app", { stage: "image" }), late] });
  expect(gate(draft).diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL2006"]);
});

/** Runs a script with an environment of its own. */
function run(script: string, env: Readonly<Record<string, string>>): number | null {
  return spawnSync("sh", ["-eu", "-c", script], { env: { PATH: process.env.PATH, ...env } }).status;
}

function firstScript(job: Job<"gated">): string {
  const [first] = job.steps;
  if (first?.kind !== "script") throw new Error("The first step is no script.");
  return first.text;
}

test("a deploy's first step asks for fresh tokens, the exact ref and a digest", () => {
  const script = firstScript(jobIn(gated(shipping()), "ship"));
  const now = Math.floor(Date.now() / 1000);
  const good = { PASSED_SCAN: String(now - 60), CICL_REF: "refs/heads/main", CICL_SUBJECT: `sha256:${"a".repeat(64)}` };
  expect(run(script, good)).toBe(0);
  expect(run(script, { ...good, PASSED_SCAN: "" })).toBe(1);
  expect(run(script, { ...good, PASSED_SCAN: "true" })).toBe(1);
  expect(run(script, { ...good, PASSED_SCAN: String(now - 25 * 3600) })).toBe(1);
  expect(run(script, { ...good, CICL_REF: "refs/heads/Main" })).toBe(1);
  expect(run(script, { ...good, CICL_SUBJECT: "latest" })).toBe(1);
  expect(run(script, { ...good, CICL_SUBJECT: "sha256:abc" })).toBe(1);
});

test("a deploy's first step asks for the exact ref whatever the condition is made of", () => {
  const branch = (pattern: string): Condition => ({ kind: "branch", pattern });
  const schedule: Condition = { kind: "event", event: "schedule" };
  const good = { PASSED_SCAN: String(Math.floor(Date.now() / 1000)), CICL_SUBJECT: `sha256:${"a".repeat(64)}` };
  const may = (when: Condition, ref: string): boolean =>
    run(firstScript(jobIn(gated(shipping({ when })), "ship")), { ...good, CICL_REF: `refs/${ref}` }) === 0;
  const allowed = (when: Condition, ...refs: readonly string[]): readonly string[] =>
    refs.filter((ref) => may(when, ref));
  const refs = ["heads/main", "heads/MAIN", "heads/other", "heads/release/1", "heads/RELEASE/1", "tags/v1", "tags/V1"];
  expect(allowed(branch("release/**"), ...refs)).toEqual(["heads/release/1"]);
  expect(allowed({ kind: "or", of: [branch("main"), { kind: "tag", pattern: "v**" }] }, ...refs)).toEqual([
    "heads/main",
    "tags/v1",
  ]);
  // On a schedule the ref may be any, but none that the engine has taken for main.
  expect(allowed({ kind: "or", of: [branch("main"), schedule] }, ...refs)).toEqual(
    refs.filter((ref) => ref !== "heads/MAIN"),
  );
  const named = (name: ContextName, to: string): Condition => ({
    kind: "equals",
    value: { kind: "context", name },
    to,
  });
  expect(allowed(named("branch.name", "main"), ...refs)).toEqual(["heads/main"]);
  expect(allowed(named("tag.name", "v1"), ...refs)).toEqual(["tags/v1"]);
  expect(allowed(named("ref", "refs/heads/ma?n"), "heads/main", "heads/ma?n")).toEqual(["heads/ma?n"]);
  const both: Condition = { kind: "and", of: [branch("release/**"), branch("**/1"), schedule] };
  expect(allowed(both, "heads/release/1", "heads/release/2", "heads/x/1")).toEqual(["heads/release/1"]);
});

test("a deploy's first step takes the branches of its environment as globs", () => {
  const draft = shipping();
  const [environment] = draft.environments;
  if (!environment) throw new Error("The pipeline has no environment.");
  const script = firstScript(
    jobIn(gated({ ...draft, environments: [{ ...environment, branches: ["main", "release/*"] }] }), "ship"),
  );
  const good = { PASSED_SCAN: String(Math.floor(Date.now() / 1000)), CICL_SUBJECT: `sha256:${"a".repeat(64)}` };
  expect(run(script, { ...good, CICL_REF: "refs/heads/main" })).toBe(0);
  for (const branch of ["feature/x", "release/1/x", "mainx", "xmain"]) {
    expect(run(script, { ...good, CICL_REF: `refs/heads/${branch}` }), branch).toBe(1);
  }
});

test("outputs of a deploy still name their own step behind the guard", () => {
  const [, ship] = shipping().jobs;
  const draft = shipping({
    outputs: [{ kind: "step", name: "url", origin: ship?.origin ?? jobOf("x").origin, step: 0 }],
  });
  const output = jobIn(gated(draft), "ship").outputs.find((candidate) => candidate.name === "url");
  expect(output?.kind === "step" && output.step).toBe(1);
});

test("the aggregate passes only when every gate left its token and every required job succeeded", () => {
  const [one] = [jobOf("one")];
  const draft = pipelineOf({ jobs: [one], required: [{ name: "all", origin: one.origin, jobs: ["one"] }] });
  const script = firstScript(jobIn(gated(draft), aggregateId));
  const good = { RESULT_ONE: "success", RESULT_SCAN: "success", TOKEN_SCAN: "1700000000" };
  expect(run(script, good)).toBe(0);
  for (const result of ["skipped", "failure", "cancelled", ""])
    expect(run(script, { ...good, RESULT_ONE: result })).toBe(1);
  expect(run(script, { ...good, TOKEN_SCAN: "" })).toBe(1);
  expect(run(script, { ...good, RESULT_SCAN: "skipped" })).toBe(1);
  expect(run(script, { RESULT_ONE: "success" })).toBe(1);
});

test("a gate with a step that may fail would pass behind its failure", () => {
  const [step, ...rest] = gateOf("scan").steps;
  if (!step) throw new Error("A gate holds a step.");
  const gates = (allowFailure: boolean) =>
    gate(pipelineOf({ jobs: [gateOf("scan", { steps: [{ ...step, allowFailure }, ...rest] })] }), {
      policy: { ...policy, requires: [] },
    });
  expect(gates(false).diagnostics).toEqual([]);
  expect(gates(true).diagnostics.map(({ code }) => code)).toEqual(["CICL4003"]);
});

test("a path filter on pull requests would let some pass by the gates", () => {
  const filtered = { ...triggers["pull-request"], paths: { include: ["src/**"], exclude: [] } };
  const draft = pipelineOf({ triggers: [filtered], jobs: [jobOf("one")] });
  expect(gate(draft).diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL4003"]);
  expect(gate(draft, { facts: { lockfiles: [], dockerfiles: [] } }).diagnostics).toEqual([]);
});

test("a policy whose token never ages, or has no whole age, is refused", () => {
  for (const tokenMaxAgeHours of [Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 1.5]) {
    const { diagnostics } = gate(pipelineOf({ jobs: [jobOf("one")] }), { policy: { ...policy, tokenMaxAgeHours } });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL1008"]);
  }
});

test("the test in front of a deploy moves whatever names a step by its place", () => {
  const step = { origin: originOf("step"), runs: "on-success", allowFailure: false } as const;
  const read = { kind: "step-output", step: 0, output: "tags" } as const;
  const ship = jobIn(
    gated(
      shipping({
        steps: [
          { ...step, kind: "uses", action: "docker/metadata-action", inputs: [], env: [] },
          scriptOf("serve", { when: { kind: "equals", value: read, to: "a" }, env: [bindingOf("TAGS", read)] }),
          { ...step, kind: "wait", steps: [1] },
          { ...step, kind: "cancel", step: 1 },
        ],
        outputs: [{ kind: "value", name: "tags", origin: originOf("tags"), value: read }],
      }),
    ),
    "ship",
  );
  const moved = { ...read, step: 1 };
  expect(ship.steps[0]).toMatchObject({ name: "The gates have passed and the ref may deploy" });
  expect(ship.steps[2]).toMatchObject({ when: { value: moved }, env: [{ value: moved }] });
  expect(ship.steps.slice(3)).toMatchObject([{ steps: [2] }, { step: 2 }]);
  expect(ship.outputs).toMatchObject([{ value: moved }]);
});

test("a required check is given one verdict: no event of another commit beside pull requests", () => {
  const merge = { name: "merge", origin: originOf("required") };
  const started = (...on: readonly Trigger[]): readonly string[] =>
    gate(pipelineOf({ triggers: on, required: [{ ...merge, jobs: ["one"] }], jobs: [jobOf("one")] })).diagnostics.map(
      ({ code }) => code,
    );
  expect(started(triggers["pull-request"])).toEqual([]);
  expect(started(triggers.native)).toEqual([]);
  expect(started(triggers["pull-request"], { ...triggers.native, open: false })).toEqual([]);
  expect(started(triggers["pull-request"], triggers.native)).toEqual(["CICL4003"]);
});

test("a pipeline that is called has no gates of its own", () => {
  const called = gated(pipelineOf({ triggers: [triggers.call], jobs: [jobOf("one")] }));
  expect(called.jobs.map(({ id }) => id)).toEqual(["one"]);
});
