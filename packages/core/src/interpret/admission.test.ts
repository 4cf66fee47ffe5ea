import { aggregateId, brand, type Edge, gateToken, type Job } from "@cicl/model";
import { describe, expect, test } from "vitest";
import { events, fails, gateOf, jobOf, runAt } from "../../../../test/random/build.ts";
import { inStage, interpreted, normalisedOf, resultsOf } from "../../../../test/random/interpreted.ts";
import { interpret } from "./interpret.ts";
import type { Interpretation, JobOutcome, Run } from "./run.ts";

describe("taint", () => {
  const chain = [inStage(1, "a"), inStage(2, "b"), inStage(3, "c")];

  test("every job runs when nothing fails", () => {
    expect(resultsOf(interpreted(chain))).toEqual({ a: "success", b: "success", c: "success" });
  });

  test.each(["failure", "cancelled"] as const)("a %s taints all that waits for it, directly or not", (result) => {
    const { jobs } = interpreted(chain, { a: { result } });
    expect(jobs).toMatchObject({
      b: { result: "skipped", tainted: true },
      c: { result: "skipped", tainted: true },
    });
  });

  test("a failure passes through a job that its condition skips", () => {
    const never = { kind: "tag", pattern: "never" } as const;
    const jobs = [inStage(1, "a"), inStage(2, "b", { when: never }), inStage(3, "c")];
    expect(interpreted(jobs, { a: fails }).jobs.c).toMatchObject({ result: "skipped", tainted: true });
    expect(resultsOf(interpreted(jobs))).toEqual({ a: "success", b: "skipped", c: "success" });
  });

  test("an explicit need that is skipped skips its dependant without tainting it", () => {
    const jobs = [inStage(1, "a", { when: { kind: "fork" } }), inStage(2, "b", { needs: ["a"] }), inStage(3, "c")];
    expect(interpreted(jobs).jobs).toMatchObject({
      b: { result: "skipped", tainted: false },
      c: { result: "success" },
    });
  });

  test("an allowed failure taints nothing, but an explicit need wants a real success", () => {
    const jobs = [inStage(1, "a", { allowFailure: true }), inStage(2, "b"), inStage(2, "c", { needs: ["a"] })];
    expect(resultsOf(interpreted(jobs, { a: fails }))).toEqual({ a: "failure", b: "success", c: "skipped" });
  });

  test("a cancellation taints also under allowFailure", () => {
    const jobs = [inStage(1, "a", { allowFailure: true }), inStage(2, "b")];
    expect(interpreted(jobs, { a: { result: "cancelled" } }).jobs.b?.tainted).toBe(true);
  });

  test("a deploy behind a stage of notifications doesn't run after a failure", () => {
    const jobs = [inStage(1, "a"), inStage(2, "notify", { runs: "always" }), inStage(3, "b")];
    expect(resultsOf(interpreted(jobs, { a: fails }))).toEqual({ a: "failure", notify: "success", b: "skipped" });
  });

  test("a need on a job that runs always doesn't hand on what is behind it", () => {
    const jobs = [inStage(1, "a"), inStage(2, "notify", { runs: "always" }), inStage(3, "b", { needs: ["notify"] })];
    expect(interpreted(jobs, { a: fails }).jobs.b?.result).toBe("success");
  });
});

describe("jobs that run after failures", () => {
  const cleanUp = inStage(3, "c", { runs: "on-failure" });
  const jobs = [inStage(1, "a"), inStage(2, "b"), cleanUp];

  test("on failure means that any ancestor failed", () => {
    expect(interpreted(jobs, { a: fails }).jobs.c?.result).toBe("success");
    expect(interpreted(jobs, { b: fails }).jobs.c?.result).toBe("success");
    expect(interpreted(jobs).jobs.c?.result).toBe("skipped");
  });

  test("an ancestor counts also behind a job that runs always", () => {
    const chain = [
      inStage(1, "a"),
      inStage(2, "b", { runs: "always" }),
      inStage(3, "c", { runs: "on-failure", needs: ["b"] }),
    ];
    expect(interpreted(chain, { a: fails }).jobs.c?.result).toBe("success");
  });

  test("a job that was cancelled alone counts as failed: its time was up", () => {
    expect(interpreted(jobs, { a: { result: "cancelled" } }).jobs.c?.result).toBe("success");
  });

  test("an allowed failure isn't a failure", () => {
    const [, ...others] = jobs;
    expect(interpreted([inStage(1, "a", { allowFailure: true }), ...others], { a: fails }).jobs.c?.result).toBe(
      "skipped",
    );
  });

  test("a job that runs always still has its condition", () => {
    const always = inStage(2, "b", {
      runs: "always",
      when: { kind: "equals", value: { kind: "result", job: "a" }, to: "failure" },
    });
    expect(interpreted([inStage(1, "a"), always], { a: fails }).jobs.b?.result).toBe("success");
    expect(interpreted([inStage(1, "a"), always]).jobs.b?.result).toBe("skipped");
  });
});

describe("gates", () => {
  const edge = (from: string, kind: Edge["kind"]): Edge => ({ from, kind });

  /** A gate, a job behind it, and the aggregate over the gate and a required job. */
  function gated(gate: Job<"draft">, outcomes: Run["outcomes"]): Interpretation {
    const { jobs, ...pipeline } = normalisedOf(gate, inStage(1, "unit"), inStage(1, "ship", { needs: [] }));
    const behind = jobs.map((each) => (each.id === "ship" ? { ...each, edges: [edge("scan", "gate")] } : each));
    const aggregate = {
      ...jobOf(aggregateId, { role: "aggregate", runs: "always" }),
      edges: [edge("scan", "explicit"), edge("unit", "explicit")],
      timeoutMinutes: 5,
    };
    const whole = brand<"gated">({ ...pipeline, phase: "gated", jobs: [...behind, aggregate] });
    return interpret(whole, runAt(events.push, outcomes));
  }

  const scan = gateOf("scan", { stage: "s1" });

  test("a gate that succeeds leaves its token", () => {
    const { jobs } = gated(scan, {});
    expect(jobs.scan?.outputs[gateToken]).not.toBe("");
    expect(jobs.ship?.result).toBe("success");
    expect(jobs[aggregateId]?.result).toBe("success");
  });

  test.each<[string, JobOutcome]>([
    ["that fails", fails],
    ["that is cancelled", { result: "cancelled" }],
    ["that succeeds without its token", { outputs: { [gateToken]: "" } }],
    ["that fails with its token", { steps: { 0: "failure" }, outputs: { [gateToken]: "1" } }],
  ])("a gate %s holds the job back and fails the aggregate", (_, outcome) => {
    const { jobs } = gated(scan, { scan: outcome });
    expect(jobs.ship?.result).toBe("skipped");
    expect(jobs[aggregateId]?.result).toBe("failure");
  });

  test("a gate that is skipped holds the job back and fails the aggregate", () => {
    const { jobs } = gated(gateOf("scan", { stage: "s1", when: { kind: "event", event: "tag" } }), {});
    expect(jobs).toMatchObject({ scan: { result: "skipped" }, ship: { result: "skipped", tainted: false } });
    expect(jobs[aggregateId]?.result).toBe("failure");
  });

  test("the aggregate fails when a required job does", () => {
    expect(gated(scan, { unit: fails }).jobs[aggregateId]).toMatchObject({
      result: "failure",
      why: `"unit" hasn't passed.`,
    });
  });
});
