import { expect, test } from "vitest";
import { bindingOf, jobOf, originOf, outputOf, pipelineOf, writes } from "../../../../test/random/build.ts";
import { normalise } from "./normalise.ts";

test("a need that is no job is refused, with the name that was probably meant", () => {
  const { pipeline, diagnostics } = normalise(
    pipelineOf({ jobs: [jobOf("unit"), jobOf("ship", { needs: ["units"] })] }),
  );
  expect(pipeline).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "CICL2005", pipeline: "hub", origin: originOf("jobs", "ship") }]);
  expect(diagnostics[0]?.fix).toContain('Did you mean "unit"?');
});

test("an output that its job doesn't declare is refused at the place that reads it", () => {
  const unit = jobOf("unit", { outputs: writes("version") });
  const ship = jobOf("ship", { env: [bindingOf("VERSION", outputOf("unit", "verison"))] });
  const { diagnostics } = normalise(pipelineOf({ jobs: [unit, ship] }));
  expect(diagnostics).toMatchObject([{ code: "CICL2008", origin: originOf("bindings", "VERSION") }]);
  expect(diagnostics[0]?.fix).toContain('Did you mean "version"?');
});

test("an artifact that its job doesn't upload is refused", () => {
  const step = { kind: "download", runs: "on-success", allowFailure: false, artifact: "dist", job: "unit" } as const;
  const ship = jobOf("ship", { steps: [{ ...step, origin: originOf("download"), path: "." }] });
  const { diagnostics } = normalise(pipelineOf({ jobs: [jobOf("unit"), ship] }));
  expect(diagnostics).toMatchObject([{ code: "CICL2016", origin: originOf("download") }]);
});

test("a cycle of needs is refused with every job on it", () => {
  const jobs = [jobOf("a", { needs: ["c"] }), jobOf("b", { needs: ["a"] }), jobOf("c", { needs: ["b"] }), jobOf("d")];
  const { diagnostics } = normalise(pipelineOf({ jobs }));
  expect(diagnostics).toMatchObject([{ code: "CICL2006", origin: originOf("jobs", "a") }]);
  expect(diagnostics[0]?.what).toContain('"a" waits for "c" (by a need or a value), "c" waits for "b"');
  expect(diagnostics[0]?.related?.map(({ origin }) => origin)).toEqual([originOf("jobs", "c"), originOf("jobs", "b")]);
});

test("a value of a later stage makes a cycle with the order of the stages", () => {
  const early = jobOf("early", { stage: "one", env: [bindingOf("X", outputOf("late", "x"))] });
  const late = jobOf("late", { stage: "two", outputs: writes("x") });
  const { diagnostics } = normalise(pipelineOf({ jobs: [early, late] }));
  expect(diagnostics).toMatchObject([{ code: "CICL2006" }]);
  expect(diagnostics[0]?.what).toContain('"late" waits for "early" (by the order of the stages)');
});

test("a job that reads its own output waits for itself", () => {
  const job = jobOf("self", { outputs: writes("x"), env: [bindingOf("X", outputOf("self", "x"))] });
  expect(normalise(pipelineOf({ jobs: [job] })).diagnostics).toMatchObject([{ code: "CICL2006" }]);
});
