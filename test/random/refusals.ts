import { normalise } from "@cicl/core";
import type { Code } from "@cicl/diagnostics";
import type { Condition, Expression, Job } from "@cicl/model";
import { describe, expect, test } from "vitest";
import { bindingOf, jobOf, pipelineOf } from "./build.ts";

/** What `pipelineOf` takes. */
export type Draft = Parameters<typeof pipelineOf>[0];

/** A rule as a sentence, a draft, and the codes that normalising it gives; none for what is right. */
export type Row = readonly [string, Draft, ...Code[]];

/** Makes a test of every row; every error must also name its place. */
export function refusals(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows.map(([name, draft, ...codes]) => ({ name, draft, codes })))("$name", ({ draft, codes }) => {
      const { pipeline, diagnostics: all } = normalise(pipelineOf(draft));
      const diagnostics = all.filter(({ severity }) => severity === "error");
      expect(diagnostics.map(({ code }) => code)).toEqual(codes);
      expect(pipeline === undefined).toBe(codes.length > 0);
      expect(diagnostics.filter(({ origin }) => origin === undefined)).toEqual([]);
    });
  });
}

/** The job `a`. */
export function a(overrides: Partial<Job<"draft">> = {}): Job<"draft"> {
  return jobOf("a", overrides);
}

/** A pipeline of the job `a` alone. */
export function one(overrides: Partial<Job<"draft">>): Draft {
  return { jobs: [a(overrides)] };
}

/** The part of a job that reads a value as a variable. */
export function reading(value: Expression): Partial<Job<"draft">> {
  return { env: [bindingOf("X", value)] };
}

/** Compares a value, with `x` unless stated. */
export function is(value: Expression, to = "x"): Condition {
  return { kind: "equals", value, to };
}

/** The run is on the branch `main`. */
export const onMain: Condition = { kind: "branch", pattern: "main" };
