import { expect, test } from "vitest";
import { jobOf, pipelineOf, triggers } from "../../../../test/random/build.ts";
import { normalise } from "./normalise.ts";

function found(draft: Parameters<typeof normalise>[0]): readonly string[] {
  const { pipeline, diagnostics } = normalise(draft);
  expect(pipeline).toBeDefined();
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}

test("a job after a failure that waits for nothing is warned of", () => {
  expect(found(pipelineOf({ jobs: [jobOf("notify", { runs: "on-failure" })] }))).toEqual(["warning CICL2017"]);
  const later = [jobOf("one", { stage: "a" }), jobOf("notify", { stage: "b", runs: "on-failure" })];
  expect(found(pipelineOf({ jobs: later }))).toEqual([]);
});

test("a condition that no trigger can meet is warned of", () => {
  const job = jobOf("one", { when: { kind: "event", event: "pull-request" } });
  expect(found(pipelineOf({ jobs: [job] }))).toEqual(["warning CICL2017"]);
  expect(found(pipelineOf({ triggers: [triggers["pull-request"]], jobs: [job] }))).toEqual([]);
});
