import { github } from "@cicl/backend-github";
import type { synthesise } from "@cicl/core";
import type { Condition, InputDeclaration, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { jobOf, originOf, pipelineOf, scriptOf, triggers } from "../random/build.ts";

function rendered(draft: Pipeline<"draft">): ReturnType<typeof synthesise> {
  return synthesised(github, draft);
}

function codes(draft: Pipeline<"draft">): readonly string[] {
  const { diagnostics } = rendered(draft);
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

test("a matrix of 256 legs is taken, one of 257 isn't", () => {
  const legs = (count: number): Pipeline<"draft"> => {
    const matrix = { origin: originOf("matrix"), include: [], exclude: [], failFast: false };
    return pipelineOf({
      jobs: [jobOf("one", { matrix: { ...matrix, vectors: [{ key: "n", values: numbers(count) }] } })],
    });
  };
  expect(codes(legs(256))).toEqual([]);
  expect(codes(legs(257))).toEqual(["CICL5005"]);
});

test("a manual start of 25 inputs is taken, one of 26 isn't", () => {
  const input: InputDeclaration = { type: "string", required: false };
  const inputs = (count: number): Pipeline<"draft"> =>
    pipelineOf({
      triggers: [
        { ...triggers.manual, inputs: Object.fromEntries(numbers(count).map((index) => [`i${index}`, input])) },
      ],
      jobs: [jobOf("one")],
    });
  expect(codes(inputs(25))).toEqual([]);
  expect(codes(inputs(26))).toEqual(["CICL5005"]);
});

test("an expression of 21,000 characters is taken, a longer one isn't", () => {
  const when = (length: number): Condition => ({ kind: "branch", pattern: "b".repeat(length) });
  const around = "success() && (github.ref == 'refs/heads/')".length;
  const job = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { when: when(length) })] });
  expect(codes(job(21_000 - around))).toEqual([]);
  expect(codes(job(21_001 - around))).toEqual(["CICL5005"]);
});

test("text around expressions is measured as GitHub rewrites it", () => {
  const value = (length: number) => ({
    kind: "template" as const,
    parts: [
      { kind: "literal" as const, value: "'".repeat(length) },
      { kind: "context" as const, name: "run.id" as const },
    ],
  });
  const job = (length: number): Pipeline<"draft"> =>
    pipelineOf({ jobs: [jobOf("one", { env: [{ name: "A", value: value(length), origin: originOf("env") }] })] });
  const room = 21_000 - "format('{0}', github.run_id)".length;
  expect(codes(job(room / 2))).toEqual([]);
  expect(codes(job(room / 2 + 1))).toEqual(["CICL5005"]);
});

test("a file of 512,000 bytes is taken, a larger one isn't", () => {
  const step = (length: number) => scriptOf(`# ${"é".repeat(length)}`, { name: "Long" });
  const draft = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { steps: [step(length)] })] });
  const { files } = rendered(draft(1));
  const most = Math.floor((512_000 - Buffer.byteLength(files[0]?.text ?? "")) / 2) + 1;
  expect(codes(draft(most))).toEqual([]);
  expect(codes(draft(most + 1))).toEqual(["CICL5005"]);
});

const group = (value: string) => ({ group: { kind: "literal", value } as const, cancelInProgress: false });

test("a concurrency group of 400 characters is taken, a longer one isn't", () => {
  const draft = (length: number): Pipeline<"draft"> =>
    pipelineOf({ concurrency: group("g".repeat(length)), jobs: [jobOf("one")] });
  expect(codes(draft(400))).toEqual([]);
  expect(codes(draft(401))).toEqual(["CICL5005"]);
});

test("a job in the group of its own pipeline would wait for itself", () => {
  const draft = (name: string): Pipeline<"draft"> =>
    pipelineOf({ concurrency: group("deploy"), jobs: [jobOf("one", { concurrency: group(name) })] });
  expect(codes(draft("other"))).toEqual([]);
  expect(codes(draft("Deploy"))).toEqual(["CICL5001"]);
});

test("a cache's key of 512 characters is taken, a longer one isn't", () => {
  const step = (length: number) =>
    ({
      kind: "cache",
      origin: originOf("step"),
      runs: "on-success",
      allowFailure: false,
      paths: ["a"],
      files: [],
      key: "k".repeat(length),
    }) as const;
  const draft = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { steps: [step(length)] })] });
  const prefix = "${{ runner.os }}-${{ runner.arch }}-".length;
  expect(codes(draft(512 - prefix))).toEqual([]);
  expect(codes(draft(513 - prefix))).toEqual(["CICL5005"]);
});

test("an action in a step of GitHub's own words is pinned by its commit too", () => {
  const native = (uses: string): Pipeline<"draft"> => {
    const step = {
      kind: "native",
      origin: originOf("step"),
      runs: "on-success",
      allowFailure: false,
      target: "github",
    } as const;
    return pipelineOf({ jobs: [jobOf("one", { steps: [{ ...step, step: { uses } }] })] });
  };
  expect(codes(native("owner/action@main"))).toEqual(["CICL5003"]);
  expect(codes(native("owner/action/sub@v1"))).toEqual(["CICL5003"]);
  for (const pinned of [
    `owner/action@${"a".repeat(40)}`,
    "./actions/own",
    "$/actions/own",
    `docker://alpine@sha256:${"a".repeat(64)}`,
  ]) {
    expect(codes(native(pinned)), pinned).toEqual([]);
  }
});
