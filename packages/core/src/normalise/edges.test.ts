import type { Edge, Job, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { bindingOf, jobOf, originOf, outputOf, pipelineOf, scriptOf, writes } from "../../../../test/random/build.ts";
import { normalise } from "./normalise.ts";

function edgesOf(id: string, draft: Pipeline<"draft">): readonly Edge[] | undefined {
  const { pipeline, diagnostics } = normalise(draft);
  expect(diagnostics).toEqual([]);
  return pipeline?.jobs.find((job) => job.id === id)?.edges;
}

const order = (...ids: readonly string[]): readonly Edge[] => ids.map((from) => ({ from, kind: "order" }));
const explicit = (...ids: readonly string[]): readonly Edge[] => ids.map((from) => ({ from, kind: "explicit" }));

const lint = jobOf("lint", { stage: "verify" });
const unit = jobOf("unit", { stage: "verify", outputs: writes("version") });

function ship(overrides: Partial<Job<"draft">> = {}): Job<"draft"> {
  return jobOf("ship", { stage: "ship", ...overrides });
}

test("a job waits for every job of the stage before", () => {
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, unit, ship()] }))).toEqual(order("lint", "unit"));
});

test("an empty stage is passed over", () => {
  const draft = pipelineOf({ stages: ["verify", "package", "ship"], jobs: [lint, ship()] });
  expect(edgesOf("ship", draft)).toEqual(order("lint"));
});

test("only the nearest stage is waited for directly", () => {
  const build = jobOf("build", { stage: "package" });
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, build, ship()] }))).toEqual(order("build"));
});

test("a stage of notifications alone doesn't hide the stage before it", () => {
  const notify = jobOf("notify", { stage: "notify", runs: "always" });
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, notify, ship()] }))).toEqual(order("lint", "notify"));
});

test("a stage whose jobs state other needs doesn't hide what nothing in it waits for", () => {
  const build = jobOf("build", { stage: "package", needs: ["unit"] });
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, unit, build, ship()] }))).toEqual(order("lint", "build"));
});

test("a stage with one job that runs on success is the nearest one", () => {
  const notify = jobOf("notify", { stage: "package", runs: "always" });
  const build = jobOf("build", { stage: "package" });
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, notify, build, ship()] }))).toEqual(order("notify", "build"));
});

test("needs replace the order of the stages", () => {
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, unit, ship({ needs: ["unit"] })] }))).toEqual(explicit("unit"));
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, unit, ship({ needs: [] })] }))).toEqual([]);
});

test("a pair has one edge, and an explicit need beats the order", () => {
  const job = ship({ env: [bindingOf("VERSION", outputOf("unit", "version"))] });
  expect(edgesOf("ship", pipelineOf({ jobs: [lint, unit, job] }))).toEqual([...order("lint"), ...explicit("unit")]);
});

const version = outputOf("unit", "version");
const isOne = { kind: "equals", value: version, to: "1" } as const;
const readers: readonly [string, Partial<Job<"draft">>][] = [
  ["a variable of the job", { env: [bindingOf("VERSION", version)] }],
  ["a template", { env: [bindingOf("V", { kind: "template", parts: [{ kind: "literal", value: "v" }, version] })] }],
  ["a variable of a step", { steps: [scriptOf("true", { env: [bindingOf("VERSION", version)] })] }],
  ["the job's condition", { when: { kind: "not", of: isOne } }],
  ["a step's condition", { steps: [scriptOf("true", { when: isOne })] }],
  ["the concurrency group", { concurrency: { group: version, cancelInProgress: false } }],
  ["an output", { outputs: [{ kind: "value", name: "again", origin: originOf("again"), value: version }] }],
];

test.each(readers)("reading an output in %s is a need", (_, overrides) => {
  const draft = pipelineOf({ jobs: [lint, unit, ship({ needs: [], ...overrides })] });
  expect(edgesOf("ship", draft)).toEqual(explicit("unit"));
});

test("reading a result is a need", () => {
  const value = { kind: "result", job: "unit" } as const;
  const job = ship({ needs: [], runs: "always", env: [bindingOf("RESULT", value)] });
  expect(edgesOf("ship", pipelineOf({ jobs: [unit, job] }))).toEqual(explicit("unit"));
});

test("downloading an artifact is a need", () => {
  const step = { origin: originOf("step"), runs: "on-success", allowFailure: false, artifact: "dist" } as const;
  const build = jobOf("build", { steps: [{ ...step, kind: "upload", paths: ["dist"], ifMissing: "fail" }] });
  const job = jobOf("use", { steps: [{ ...step, kind: "download", job: "build", path: "." }] });
  expect(edgesOf("use", pipelineOf({ jobs: [build, job] }))).toEqual(explicit("build"));
});

test("jobs come stage by stage, each stage in authored order", () => {
  const draft = pipelineOf({ stages: ["verify", "ship"], jobs: [ship(), unit, lint] });
  expect(normalise(draft).pipeline?.jobs.map((job) => job.id)).toEqual(["unit", "lint", "ship"]);
});

test("a job without a timeout gets sixty minutes", () => {
  const draft = pipelineOf({ jobs: [lint, jobOf("fast", { stage: "verify", timeoutMinutes: 5 })] });
  expect(normalise(draft).pipeline?.jobs.map((job) => job.timeoutMinutes)).toEqual([60, 5]);
});

test("the pipeline is of its phase, and frozen", () => {
  const { pipeline } = normalise(pipelineOf({ jobs: [lint] }));
  expect(pipeline?.phase).toBe("normalised");
  expect(Object.isFrozen(pipeline?.jobs[0]?.edges)).toBe(true);
});
