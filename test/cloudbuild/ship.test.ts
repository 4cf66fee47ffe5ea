import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { normalise } from "@cicl/core";
import type { GateDefinition, Job, Pipeline } from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  bindingOf,
  environmentOf,
  events,
  gateOf,
  imageOf,
  jobOf,
  outputOf,
  pipelineOf,
  scriptOf,
  triggers,
} from "../random/build.ts";
import { type BuildResult, runBuild } from "./executor.ts";
import { buildOn, render, substitutionsOf } from "./rendered.ts";

/** Passes unless the repository holds a file `leak`. */
const scan: GateDefinition = {
  id: "scan",
  title: "A scan",
  placement: "source",
  defaults: {},
  applies: () => ({ applies: true, because: ["it always does."] }),
  atLeastAsStrong: () => true,
  build: () => gateOf("scan", { steps: [scriptOf('[ ! -e leak ]\necho "passed=$(date +%s)" >> "$CICL_OUTPUT"')] }),
};

/** Tests, an image and its deploy, behind the gate that the policy asks for. */
function shipping(overrides: Partial<Job<"draft">> = {}): Pipeline<"gated"> {
  const digest = outputOf("app", "digest");
  const draft = pipelineOf({
    triggers: [triggers.push, triggers["pull-request"]],
    environments: [environmentOf("dev", { tier: "development", branches: ["main"] })],
    jobs: [
      jobOf("unit", { stage: "verify", steps: [scriptOf("[ ! -e bug ]")] }),
      imageOf("app", { stage: "image" }),
      jobOf("ship", {
        role: "deploy",
        stage: "ship",
        environment: "dev",
        subject: digest,
        when: { kind: "branch", pattern: "main" },
        steps: [scriptOf('echo "shipped $DIGEST"', { env: [bindingOf("DIGEST", digest)] })],
        ...overrides,
      }),
    ],
  });
  const { pipeline } = normalise(draft);
  if (!pipeline) throw new Error("The pipeline doesn't normalise.");
  const policy = {
    name: "test",
    requires: [{ rule: "scan-all", gate: "scan", parameters: {} }],
    tokenMaxAgeHours: 24,
  };
  const facts = { lockfiles: [], dockerfiles: [] };
  const gating = applyPolicy(pipeline, { policy, catalogue: [scan], facts, version: "0.1" });
  if (!gating.pipeline) throw new Error(JSON.stringify(gating.diagnostics));
  return gating.pipeline;
}

const digest = `sha256:${"a".repeat(64)}`;

/** A registry that holds an image once it is pushed, and a repository whose commit is of 1970. */
const commands = {
  docker: [
    'case "$*" in',
    `  *inspect*--format*) [ -f ~/pushed ] && echo ${digest} ;;`,
    '  *--push*) echo "pushed"; touch ~/pushed ;;',
    '  *build*--output*) echo "built" ;;',
    "esac",
  ],
  git: ["echo 0"],
};

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ship-"));
  mkdirSync(join(root, "commands"));
  for (const [name, lines] of Object.entries(commands)) {
    writeFileSync(join(root, "commands", name), ["#!/bin/sh", ...lines, ""].join("\n"));
    chmodSync(join(root, "commands", name), 0o755);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the build of an event, on a repository with these files. */
function run(event: (typeof events)["push" | "pull-request"], ...files: readonly string[]): Promise<BuildResult> {
  return runPipeline(shipping(), event, files);
}

async function runPipeline(
  pipeline: Pipeline<"gated">,
  event: (typeof events)["push" | "pull-request"],
  files: readonly string[] = [],
): Promise<BuildResult> {
  const rendered = render(pipeline);
  if (!rendered) throw new Error("The pipeline isn't rendered.");
  const source = mkdtempSync(join(root, "source-"));
  for (const file of files) writeFileSync(join(source, file), "");
  return runBuild(buildOn(event, pipeline, rendered), {
    source,
    images: { "*": { commands: join(root, "commands") } },
    substitutions: substitutionsOf(event),
    concurrency: 2,
  });
}

/** Lines of all logs that tell what left the build. */
function effects({ steps }: BuildResult): readonly string[] {
  const lines = steps.flatMap(({ output }) => output.split("\n"));
  return lines.filter((line) => /^(?:built|pushed|shipped)/.test(line));
}

test("a push to the branch pushes the image and ships its digest", async () => {
  const result = await run(events.push);
  expect(effects(result)).toEqual(["pushed", `shipped ${digest}`]);
  expect(result.status).toBe("SUCCESS");
});

test("a push to another branch pushes the image and ships nothing", async () => {
  const result = await run({ ...events.push, branch: "next" });
  expect([result.status, ...effects(result)]).toEqual(["SUCCESS", "pushed"]);
});

test("a pull request builds the image and pushes nothing", async () => {
  const result = await run(events["pull-request"]);
  expect([result.status, ...effects(result)]).toEqual(["SUCCESS", "built"]);
});

test("a gate that fails stops everything that would leave the build", async () => {
  const result = await run(events.push, "leak");
  expect([result.status, ...effects(result)]).toEqual(["FAILURE"]);
});

test("tests that fail stop the image and the deploy", async () => {
  const result = await run(events.push, "bug");
  expect([result.status, ...effects(result)]).toEqual(["FAILURE"]);
});

test("a deploy's steps that go on after a failure don't go on after the guard's", async () => {
  const steps = [
    scriptOf("[ ! -e broken ]"),
    scriptOf("echo shipped back", { runs: "on-failure" }),
    scriptOf("echo shipped anyway", { runs: "always" }),
  ];
  const pipeline = shipping({ steps, when: { kind: "event", event: "push" } });
  expect(effects(await runPipeline(pipeline, { ...events.push, branch: "next" }))).toEqual(["pushed"]);
  expect(effects(await runPipeline(pipeline, events.push, ["broken"]))).toEqual([
    "pushed",
    "shipped back",
    "shipped anyway",
  ]);
  expect(effects(await runPipeline(pipeline, events.push))).toEqual(["pushed", "shipped anyway"]);
});
