import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Event, interpret, type JobOutcome, normalise } from "@cicl/core";
import { brand, type Job, type Pipeline } from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import { draftOf, type Pipeline as Handle, installOrigins } from "@cicl/sdk";
import { describe, expect, test } from "vitest";
import { nothingRequired } from "../features/target.ts";
import { events, runAt } from "../random/build.ts";
import { act } from "./act.ts";
import { obtain } from "./tools.ts";

installOrigins({ isUser: (file) => file.endsWith(".pipeline.ts") });

const folder = fileURLToPath(new URL("../constructs/github", import.meta.url));
/** Those that need no download; the function `case`, `$/` and steps in the background are unknown to the runner. */
const modules: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  conditions: () => import("../constructs/github/conditions.pipeline.ts"),
  events: () => import("../constructs/github/events.pipeline.ts"),
  inputs: () => import("../constructs/github/inputs.pipeline.ts"),
  outputs: () => import("../constructs/github/outputs.pipeline.ts"),
  stages: () => import("../constructs/github/stages.pipeline.ts"),
  triggers: () => import("../constructs/github/triggers.pipeline.ts"),
  untrusted: () => import("../constructs/github/untrusted.pipeline.ts"),
};

/** What the constructs' scripts call: it fails where its first argument is the one that the test names. */
const make = `#!/bin/sh
[ "$1" != "$FAILS" ]
`;
const checkout = `name: checkout
description: There is nothing to fetch.
runs:
  using: composite
  steps:
    - run: ":"
      shell: sh
`;

const release = { ...events.native, event: "release", activity: "published" } as const;
const greeted = { ...events.native, event: "pull_request_target", activity: "opened" } as const;
/** A construct, the event as GitHub spells it, what fails, and the event as the interpreter takes it. */
const cases: readonly (readonly [construct: string, called: string, fails: string, event: Event])[] = [
  ["stages", "push", "nothing", events.push],
  ["stages", "push", "lint", events.push],
  ["stages", "push", "build", events.push],
  ["conditions", "push", "nothing", events.push],
  ["conditions", "push", "unit", events.push],
  ["conditions", "schedule", "nothing", events.schedule],
  ["conditions", "pull_request", "nothing", events["pull-request"]],
  ["outputs", "push", "nothing", events.push],
  ["inputs", "workflow_dispatch", "nothing", events.manual],
  ["inputs", "workflow_dispatch", "nothing", { ...events.manual, inputs: { clean: "true" } }],
  ["inputs", "workflow_dispatch", "clean", { ...events.manual, inputs: { clean: "true" } }],
  ["triggers", "workflow_dispatch", "nothing", events.manual],
  ["untrusted", "pull_request", "nothing", events["pull-request"]],
  ["events", "push", "nothing", events.push],
  ["events", "release", "nothing", release],
  ["events", "pull_request_target", "nothing", greeted],
];

async function gatedOf(name: string): Promise<Pipeline<"gated">> {
  const module = await modules[name]?.();
  const draft = brand<"draft">({ ...draftOf(module?.default as Handle), source: `${name}.pipeline.ts` });
  const normal = normalise(draft).pipeline;
  const request = { ...nothingRequired, facts: { lockfiles: [], dockerfiles: [] }, version: "0.1" };
  const gated = normal && applyPolicy(normal, request).pipeline;
  if (!gated) throw new Error(`${name} is refused.`);
  return gated;
}

/** The steps of a job that call `make` with the argument that fails. */
function outcomeOf(job: Job, fails: string): JobOutcome {
  const failing = job.steps.flatMap((step, index) =>
    step.kind === "script" && step.text.startsWith(`make ${fails}`) ? [[index, "failure"] as const] : [],
  );
  return { steps: Object.fromEntries(failing), outputs: job.id === "version" ? { version: "1.4.0" } : {} };
}

function payloadOf(event: Event): object {
  if (event.kind === "manual") return { inputs: event.inputs };
  const pull = { number: 7, head: { sha: event.commit, ref: "feature/change" }, base: { ref: "main" } };
  if (event.kind === "native") return { action: event.activity, release: { tag_name: "v1.0.0" }, pull_request: pull };
  return event.kind === "pull-request" ? { action: event.activity, pull_request: pull } : {};
}

const found = obtain("act");
describe("a real runner plays the constructs as the interpreter says", () => {
  if ("missing" in found) {
    test.skipIf(process.env.CICL_REQUIRE_ENGINES !== "1")(`not run: ${found.missing}`, () => {
      expect.fail(`act can't be had: ${found.missing}`);
    });
    return;
  }
  test.each(cases)("%s on %s where make %s fails", async (construct, called, fails, event) => {
    const pipeline = await gatedOf(construct);
    const outcomes = Object.fromEntries(pipeline.jobs.map((job) => [job.id, outcomeOf(job, fails)]));
    const said = interpret(pipeline, runAt(event, outcomes));
    expect(said.starts).toBe(true);
    const path = `.github/workflows/${construct}.yml`;
    const text = readFileSync(`${folder}/${path}`, "utf8");
    const pinned = /uses: (actions\/checkout@[0-9a-f]{40})/.exec(text)?.[1] ?? "";
    const ended = act(found.program, {
      files: { [path]: text, "notify.sh": "#!/bin/sh\n", VERSION: "1.4.0\n" },
      programs: { make },
      event: called,
      payload: payloadOf(event),
      env: { FAILS: fails },
      workflow: path,
      actions: { [pinned]: checkout },
    });
    const observed = Object.fromEntries(pipeline.jobs.map(({ id }) => [id, ended.get(id) ?? "skipped"]));
    expect(observed).toEqual(Object.fromEntries(Object.entries(said.jobs).map(([id, job]) => [id, job.result])));
  });
});
