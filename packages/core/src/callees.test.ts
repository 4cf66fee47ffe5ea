import type { Call, Concurrency, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { jobOf, pipelineOf, triggers } from "../../../test/random/build.ts";
import { checkCallees } from "./callees.ts";

const call: Call = {
  of: { kind: "pipeline", pipeline: "suite", levels: 1, reaches: ["suite"], strict: true },
  inputs: [],
  secrets: [],
};
const group = (value: string): Concurrency => ({ group: { kind: "literal", value }, cancelInProgress: false });
const suite = (concurrency?: Concurrency): Pipeline<"draft"> =>
  pipelineOf({ name: "suite", triggers: [triggers.call], jobs: [jobOf("a")], ...(concurrency ? { concurrency } : {}) });
const caller = (concurrency?: Concurrency): Pipeline<"draft"> =>
  pipelineOf({ jobs: [jobOf("b", { call, steps: [], checkout: false })], ...(concurrency ? { concurrency } : {}) });

const codes = (...pipelines: readonly Pipeline<"draft">[]): readonly string[] =>
  checkCallees({ pipelines }).map(({ code }) => code);

test("a pipeline that is called is rendered too", () => {
  expect(codes(suite(), caller())).toEqual([]);
  expect(codes(caller())).toEqual(["CICL2020"]);
  expect(checkCallees({ pipelines: [caller()], partial: true })).toEqual([]);
});

test("a call in its caller's group would wait for itself", () => {
  expect(codes(suite(group("x")), caller(group("y")))).toEqual([]);
  expect(codes(suite(group("x")), caller(group("X")))).toEqual(["CICL2020"]);
});
