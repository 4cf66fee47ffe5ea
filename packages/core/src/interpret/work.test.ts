import type { Job } from "@cicl/model";
import { describe, expect, test } from "vitest";
import {
  events,
  fails,
  gateOf,
  imageOf,
  jobOf,
  originOf,
  outputOf,
  scriptOf,
  writes,
} from "../../../../test/random/build.ts";
import { inStage, interpreted } from "../../../../test/random/interpreted.ts";
import type { JobOutcome } from "./run.ts";

describe("steps", () => {
  const steps = [
    scriptOf("first"),
    scriptOf("second"),
    scriptOf("clean", { runs: "always" }),
    scriptOf("report", { runs: "on-failure" }),
    scriptOf("drafts", { when: { kind: "draft" } }),
  ];
  const resultOf = (outcome: JobOutcome, overrides: Partial<Job<"draft">> = {}): readonly string[] | undefined =>
    interpreted([jobOf("a", { steps, ...overrides })], { a: outcome }).jobs.a?.steps.map(({ result }) => result);

  test("without a failure those on failure are skipped, and those whose condition doesn't hold", () => {
    expect(resultOf({})).toEqual(["success", "success", "success", "skipped", "skipped"]);
  });

  test("after a failure only those run that ask for it", () => {
    expect(resultOf({ steps: { 0: "failure" } })).toEqual(["failure", "skipped", "success", "success", "skipped"]);
  });

  test("an allowed failure fails neither the steps behind it nor the job", () => {
    const { a } = interpreted([jobOf("a", { steps: [scriptOf("x", { allowFailure: true }), scriptOf("y")] })], {
      a: { steps: { 0: "failure" } },
    }).jobs;
    expect(a).toMatchObject({ result: "success", steps: [{ result: "failure" }, { result: "success" }] });
  });

  test("behind the guard of a deploy nothing runs when it fails", () => {
    const [guard, ...others] = steps;
    const guarded = { steps: [{ ...guard, guard: true } as typeof guard & {}, ...others] };
    expect(resultOf({ steps: { 0: "failure" } }, guarded)).toEqual(["failure", ...others.map(() => "skipped")]);
    expect(resultOf({ steps: { 1: "failure" } }, guarded)?.slice(2)).toEqual(["success", "success", "skipped"]);
  });

  test("a machine that fails runs no step", () => {
    expect(resultOf(fails)).toEqual(steps.map(() => "skipped"));
  });

  test("an output is empty unless its step ran", () => {
    const drafts = [scriptOf("write", { when: { kind: "draft" } })];
    const written = { a: { outputs: { x: "1" } } };
    expect(interpreted([jobOf("a", { steps: drafts, outputs: writes("x") })], written).jobs.a?.outputs).toEqual({
      x: "",
    });
    expect(interpreted([jobOf("a", { outputs: writes("x") })], written).jobs.a?.outputs).toEqual({ x: "1" });
  });

  test("a gate or an image whose step fails writes nothing by itself", () => {
    const broken: JobOutcome = { steps: { 0: "failure" } };
    const { app, scan } = interpreted([imageOf("app"), gateOf("scan")], { app: broken, scan: broken }).jobs;
    expect(app?.outputs).toEqual({ digest: "" });
    expect(scan?.outputs).toEqual({ passed: "" });
  });

  test("a job reads what another one wrote", () => {
    const reader = inStage(2, "b", { when: { kind: "equals", value: outputOf("a", "x"), to: "go" } });
    const jobs = [inStage(1, "a", { outputs: writes("x") }), reader];
    expect(interpreted(jobs, { a: { outputs: { x: "GO" } } }).jobs.b?.result).toBe("success");
    expect(interpreted(jobs).jobs.b?.result).toBe("skipped");
  });

  test("a matrix runs its steps in each leg, and one failing leg fails it", () => {
    const matrix = {
      origin: originOf("matrix"),
      vectors: [{ key: "os", values: ["linux", "macos"] }],
      include: [],
      exclude: [],
      failFast: false,
    };
    const onLinux = scriptOf("linux", { when: { kind: "equals", value: { kind: "matrix", key: "os" }, to: "linux" } });
    const { a } = interpreted([jobOf("a", { matrix, steps: [onLinux] })], { a: { steps: { 0: "failure" } } }).jobs;
    expect(a).toMatchObject({
      result: "failure",
      steps: [
        { leg: { os: "linux" }, result: "failure" },
        { leg: { os: "macos" }, result: "skipped" },
      ],
    });
  });
});

describe("images", () => {
  test.each([
    ["push", "push", true],
    ["tag", "promote", true],
    ["schedule", "reuse", true],
    ["manual", "reuse", true],
    ["pull-request", "build", false],
    ["merge-queue", "build", false],
  ] as const)("on the event %s an image is in the mode %s", (kind, image, digest) => {
    const { app } = interpreted([imageOf("app")], {}, events[kind]).jobs;
    expect(app?.image).toBe(image);
    expect(/^sha256:[0-9a-f]{64}$/.test(app?.outputs.digest ?? "")).toBe(digest);
  });

  test("an image that fails has no digest", () => {
    expect(interpreted([imageOf("app")], { app: fails }).jobs.app?.outputs).toEqual({ digest: "" });
  });
});
