import { github } from "@cicl/backend-github";
import type { Condition, Expression, Job, Json, NativeExpression, NativeKey, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { bindingOf, jobOf, originOf, pipelineOf, scriptOf, triggers } from "../random/build.ts";

function keyOf(data: Json, ...path: readonly string[]): NativeKey {
  return { target: "github", origin: originOf("github", ...path), path, content: { kind: "data", data } };
}

function withKeys(overrides: Partial<Job<"draft">>, ...native: readonly NativeKey[]): Pipeline<"draft"> {
  return pipelineOf({ jobs: [jobOf("one", { ...overrides, native })] });
}

function refusals(draft: Pipeline<"draft">): readonly (readonly [string, string])[] {
  return synthesised(github, draft)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, what }) => [code, what]);
}

function jobIn(draft: Pipeline<"draft">): Readonly<Record<string, unknown>> {
  const { jobs } = parse(synthesised(github, draft).files[0]?.text ?? "") as {
    readonly jobs: { readonly one: object };
  };
  return jobs.one as Readonly<Record<string, unknown>>;
}

const service = { name: "db", origin: originOf("db"), image: "postgres:16.4", env: [], ports: [] } as const;
const container = { image: "node:22.12.0-bookworm", env: [] } as const;

test("a key inside another one is added to what that holds", () => {
  const draft = withKeys(
    { container, services: [service] },
    keyOf("--cpus 2", "container", "options"),
    keyOf("sh", "services", "db", "entrypoint"),
  );
  expect(jobIn(draft)).toMatchObject({
    container: { image: expect.stringContaining("node:22.12.0"), options: "--cpus 2" },
    services: { db: { image: expect.stringContaining("postgres:16.4"), entrypoint: "sh" } },
  });
});

test("a key that says more about something that isn't there is refused", () => {
  expect(refusals(withKeys({}, keyOf(false, "environment", "deployment")))).toEqual([
    ["CICL5001", "environment.deployment says more about environment, which isn't there."],
  ]);
  expect(
    refusals(withKeys({ container, services: [service] }, keyOf("sh", "services", "cache", "entrypoint"))),
  ).toEqual([["CICL5001", "services.cache.entrypoint says more about services.cache, which isn't there."]]);
});

test("what cicl writes itself can't be written over", () => {
  const health = { command: "pg_isready", intervalSeconds: 5, retries: 3 };
  const draft = withKeys(
    { container, services: [{ ...service, health }] },
    keyOf("--cpus 2", "services", "db", "options"),
  );
  expect(refusals(draft)).toEqual([["CICL5001", "services.db.options is said twice: cicl writes it already."]]);
});

test("a group of runners takes the place of the machine", () => {
  const keys = [keyOf("large", "runs-on", "group"), keyOf(["linux"], "runs-on", "labels")];
  expect(jobIn(withKeys({}, ...keys))["runs-on"]).toEqual({ group: "large", labels: ["linux"] });
});

test("a queue for all runs and cancelling don't go together", () => {
  const group = { group: { kind: "literal", value: "ship" }, cancelInProgress: true } as const;
  const queued = keyOf("max", "concurrency", "queue");
  expect(refusals(withKeys({ concurrency: group }, queued)).map(([code]) => code)).toEqual(["CICL5001"]);
  expect(refusals(withKeys({ concurrency: { ...group, cancelInProgress: false } }, queued))).toEqual([]);
});

test("the working copy is never a stranger's commit where another event than a pull request can start the pipeline", () => {
  const draft = pipelineOf({ triggers: [triggers["pull-request"], triggers.native], jobs: [jobOf("one")] });
  expect(JSON.stringify(jobIn(draft).steps)).toContain(
    "github.event_name == 'pull_request' && github.event.pull_request.head.sha || github.sha",
  );
  const alone = pipelineOf({ triggers: [triggers.native], jobs: [jobOf("one")] });
  expect(JSON.stringify(jobIn(alone).steps)).not.toContain("head.sha");
});

test("nine levels of calls are taken, ten aren't; fifty workflows are, one more isn't", () => {
  const calling = (levels: number, count: number): Pipeline<"draft"> => {
    const reaches = Array.from({ length: count }, (_, index) => `w${index}`);
    const call = {
      of: { kind: "pipeline", pipeline: "w0", levels, reaches, strict: true },
      inputs: [],
      secrets: [],
    } as const;
    return pipelineOf({ jobs: [jobOf("one", { checkout: false, steps: [], call })] });
  };
  expect(refusals(calling(9, 50))).toEqual([]);
  expect(refusals(calling(10, 10)).map(([code]) => code)).toEqual(["CICL5005"]);
  expect(refusals(calling(1, 51)).map(([code]) => code)).toEqual(["CICL5005"]);
});

test("keys of two triggers of one kind aren't mixed", () => {
  const ignoring = { ...triggers.push, native: [keyOf(["old"], "branches-ignore")] };
  const draft = pipelineOf({ triggers: [ignoring, { ...triggers.push, branches: ["main"] }], jobs: [jobOf("one")] });
  expect(refusals(draft).map(([code]) => code)).toEqual(["CICL5001"]);
});

test("labels and a group of runners don't go together", () => {
  const runner = { os: "linux", arch: "x64", labels: ["gpu"] } as const;
  expect(refusals(withKeys({ runner }, keyOf("large", "runs-on", "group"))).map(([code]) => code)).toEqual([
    "CICL5001",
  ]);
});

const greet = {
  kind: "composite",
  origin: originOf("step"),
  runs: "on-success",
  allowFailure: false,
  action: "greet",
  inputs: [],
} as const;

/** The action that the step runs. */
const greeting = {
  name: "greet",
  source: "a.ts",
  origin: originOf("greet"),
  description: "Greets.",
  inputs: {},
  outputs: [],
};

test("only the actions of this target's steps are rendered", () => {
  const draft = (target: string): Pipeline<"draft"> =>
    pipelineOf({
      jobs: [jobOf("one", { steps: [{ ...greet, kind: "per-target", targets: { github: [], [target]: [greet] } }] })],
      actions: [{ ...greeting, steps: jobOf("x").steps }],
    });
  const paths = (target: string): readonly string[] => synthesised(github, draft(target)).files.map(({ path }) => path);
  expect(paths("gitea")).toEqual([".github/workflows/hub.yml"]);
  expect(paths("github")).toEqual([".github/workflows/hub.yml", ".github/actions/greet/action.yml"]);
});

/** A value in GitHub's language that asks a condition. */
const choosing = (condition: Condition): Expression => ({
  kind: "native",
  target: "github",
  untrusted: false,
  tree: { kind: "call", name: "case", args: [{ kind: "condition", condition }, ...["a", "b"].map(constant)] },
});

function constant(value: string): NativeExpression {
  return { kind: "constant", value };
}

test("a condition that GitHub can't hold is refused inside values, and in actions, as anywhere", () => {
  const conditions: readonly Condition[] = [
    { kind: "branch", pattern: "*-x" },
    { kind: "tag", pattern: "*-rc" },
    { kind: "changed", globs: ["src/**"] },
  ];
  for (const when of conditions) {
    const inValue = pipelineOf({ jobs: [jobOf("one", { env: [bindingOf("X", choosing(when))] })] });
    const inCondition = pipelineOf({
      jobs: [
        jobOf("one", { when: { kind: "native", target: "github", tree: { kind: "condition", condition: when } } }),
      ],
    });
    const inAction = pipelineOf({
      jobs: [jobOf("one", { steps: [greet] })],
      actions: [{ ...greeting, steps: [scriptOf("true", { when })] }],
    });
    for (const draft of [inValue, inCondition, inAction]) {
      expect(refusals(draft).map(([code]) => code)).toContain("CICL5002");
    }
  }
});

test("a composite action reads the same for whatever starts the pipelines that run it", () => {
  const env = [
    bindingOf("SHA", { kind: "context", name: "commit.sha" }),
    bindingOf("T", { kind: "context", name: "pr.title" }),
  ];
  const texts = [[triggers.push], [triggers["pull-request"]], [triggers.native, triggers["merge-queue"]]].map((on) => {
    const draft = pipelineOf({
      triggers: on,
      jobs: [jobOf("one", { steps: [greet] })],
      actions: [{ ...greeting, steps: [scriptOf("true", { env })] }],
    });
    return synthesised(github, draft).files[1]?.text;
  });
  expect(texts[0]).toContain("github.event_name == 'pull_request' && github.event.pull_request.head.sha || github.sha");
  expect(new Set(texts).size).toBe(1);
});

test("a value where a number is wanted is read as one, since outputs and variables are text", () => {
  const key = (value: Expression, ...path: readonly string[]): NativeKey => ({
    target: "github",
    origin: originOf("github", ...path),
    path,
    content: { kind: "value", value },
  });
  const minutes: Expression = { kind: "variable", name: "MINUTES" };
  const parsed: NativeExpression = {
    kind: "call",
    name: "fromJSON",
    args: [{ kind: "read", path: ["vars", "MINUTES"] }],
  };
  const asNumber: Expression = { kind: "native", target: "github", untrusted: false, tree: parsed };
  const draft = withKeys({}, key(minutes, "timeout-minutes"), key(asNumber, "cancel-timeout-minutes"));
  expect(jobIn(draft)).toMatchObject({
    "timeout-minutes": "${{ fromJSON(vars.MINUTES) }}",
    "cancel-timeout-minutes": "${{ fromJSON(vars.MINUTES) }}",
  });
});
