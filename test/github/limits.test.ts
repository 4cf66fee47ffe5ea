import { github } from "@cicl/backend-github";
import { synthesise } from "@cicl/core";
import type { Condition, InputDeclaration, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { nothingRequired, optionsOf, somePins } from "../features/target.ts";
import { jobOf, originOf, pipelineOf, triggers } from "../random/build.ts";

function codes(draft: Pipeline<"draft">): readonly string[] {
  const { diagnostics } = synthesise({
    pipelines: [draft],
    targets: [{ backend: github, options: optionsOf(github) }],
    ...nothingRequired,
    facts: { lockfiles: [], dockerfiles: [] },
    pins: somePins,
    version: "0.1",
  });
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
  const around = "${{ github.ref == 'refs/heads/' }}".length;
  const job = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { when: when(length) })] });
  expect(codes(job(21_000 - around))).toEqual([]);
  expect(codes(job(21_001 - around))).toEqual(["CICL5005"]);
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
