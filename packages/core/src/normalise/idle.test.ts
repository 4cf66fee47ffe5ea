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

test("a condition on an event of one target is met by a trigger on it, in one of its activities", () => {
  const event = { kind: "native-event", target: "github", event: "pull_request_target" } as const;
  const job = (activity?: string) => jobOf("one", { when: { ...event, ...(activity ? { activity } : {}) } });
  const opened = [{ ...triggers.native, filters: { types: ["opened"] } }];
  expect(found(pipelineOf({ triggers: opened, jobs: [job("opened")] }))).toEqual([]);
  expect(found(pipelineOf({ triggers: [triggers.native], jobs: [job("closed")] }))).toEqual([]);
  expect(found(pipelineOf({ triggers: opened, jobs: [job("closed")] }))).toEqual(["warning CICL2017"]);
  expect(found(pipelineOf({ jobs: [job()] }))).toEqual(["warning CICL2017"]);
});
