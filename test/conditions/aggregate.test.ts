import { spawnSync } from "node:child_process";
import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import { type Backend, printYaml } from "@cicl/backend-kit";
import { interpret, normalise, type Run } from "@cicl/core";
import { aggregateId, gateToken, type Pipeline } from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { dictionary, evaluate, truthy } from "../engine/actions.ts";
import { nothingRequired, optionsOf, somePins as pins } from "../features/target.ts";
import { gateOf, jobOf, originOf, pipelineOf, runAt } from "../random/build.ts";

const gates = ["scan", "secret-scan"];
const required = ["unit", "end-2-end"];

/** Before each of them stands a job whose failure skips it. */
const pipeline = ((): Pipeline<"gated"> => {
  const needs = (id: string) => ({ stage: "two", needs: [`before-${id}`] });
  const draft = pipelineOf({
    jobs: [
      ...[...gates, ...required].map((id) => jobOf(`before-${id}`, { stage: "one" })),
      ...gates.map((id) => gateOf(id, needs(id))),
      ...required.map((id) => jobOf(id, needs(id))),
    ],
    required: [{ name: "merge", origin: originOf("required"), jobs: required }],
  });
  const { pipeline: normal } = normalise(draft);
  const facts = { lockfiles: [], dockerfiles: [] };
  const { pipeline: gated } = normal ? applyPolicy(normal, { ...nothingRequired, facts, version: "0.1" }) : {};
  if (!gated) throw new Error("The pipeline can't be gated.");
  return gated;
})();

/** How a member ended, as the engine says it: an empty result is one that the engine has lost. */
interface End {
  readonly result: "success" | "failure" | "cancelled" | "skipped" | "";
  readonly token: boolean;
}
type Ends = Readonly<Record<string, End>>;

interface WorkflowJob {
  readonly needs: readonly string[];
  readonly if: string;
  readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
}

function aggregateOn(backend: Backend): WorkflowJob {
  const [file] = backend.lower(pipeline, { options: optionsOf(backend), pins }).files;
  if (!file) throw new Error("Nothing was rendered.");
  const workflow = parse(printYaml(file.tree, { header: [] }).text) as { jobs: Record<string, WorkflowJob> };
  const job = workflow.jobs[aggregateId];
  if (!job) throw new Error("There is no aggregate.");
  return job;
}

/** What the engine makes of the job when its needs have ended: whether it starts, and the end of its script. */
function played(job: WorkflowJob, ends: Ends): "skipped" | "success" | "failure" {
  const needs = Object.fromEntries(
    job.needs.map((id) => {
      const { result, token } = ends[id] ?? { result: "", token: false };
      const outputs = dictionary(token ? { [gateToken]: "1700000000" } : {});
      return [id, dictionary({ result, outputs })];
    }),
  );
  const value = (text: string) => {
    const source = text.replace(/^\$\{\{ (.*) \}\}$/, "$1");
    const all = Object.values(ends).every(({ result }) => result === "success");
    const status = { always: () => true, success: () => all, failure: () => !all, cancelled: () => false };
    return evaluate(source, { needs: dictionary(needs) }, status);
  };
  if (!truthy(value(job.if))) return "skipped";
  const [step, ...others] = job.steps;
  if (!step || others.length > 0) throw new Error("The aggregate has one step.");
  const env = Object.entries(step.env).map(([name, text]) => [name, value(text).coerceString()]);
  const { status } = spawnSync("sh", ["-e", "-c", step.run], {
    env: { PATH: process.env.PATH, ...Object.fromEntries(env) },
  });
  return status === 0 ? "success" : "failure";
}

/** What the interpreter says of the aggregate. A lost result is none that it knows: it is no success. */
function meant(ends: Ends): string | undefined {
  const outcomes = Object.entries(ends).map(([id, { result, token }]): [string, Run["outcomes"][string]] => {
    if (result === "skipped") return [`before-${id}`, { result: "failure" }];
    const outputs = { [gateToken]: token ? "1700000000" : "" };
    return [id, { result: result === "" ? "cancelled" : result, outputs }];
  });
  return interpret(pipeline, runAt(undefined, Object.fromEntries(outcomes))).jobs[aggregateId]?.result;
}

const good: End = { result: "success", token: true };
const results = ["success", "failure", "cancelled", "skipped", ""] as const;
const everyEnd = results.flatMap((result) => [true, false].map((token): End => ({ result, token })));

/** Each end of a gate with each end of a required job, the others being good. */
const pairs: readonly Ends[] = everyEnd.flatMap((gate) =>
  results.map((result) => ({
    ...{ scan: gate, "secret-scan": good },
    ...{ unit: { result, token: false }, "end-2-end": good },
  })),
);

/** Mostly good ones, so that success isn't rare. */
const anyEnd = fc.oneof({ arbitrary: fc.constant(good), weight: 3 }, fc.constantFrom(...everyEnd));
const anyEnds = fc.record(Object.fromEntries([...gates, ...required].map((id) => [id, anyEnd])));

for (const backend of [github, gitea]) {
  test(`on ${backend.title} the aggregate's condition, values and script say what the interpreter says`, () => {
    const job = aggregateOn(backend);
    const ends = [...pairs, ...fc.sample(anyEnds, 100)];
    const seen = ends.map((one) => {
      const end = played(job, one);
      expect(end, JSON.stringify(one)).toBe(meant(one));
      return end;
    });
    expect([...new Set(seen)].sort()).toEqual(["failure", "success"]);
  });
}

test("a need that the engine doesn't know is no success", () => {
  expect(played(aggregateOn(github), {})).toBe("failure");
});
