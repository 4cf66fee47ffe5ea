import { expect, test } from "vitest";
import { events, jobOf, pipelineOf, runAt, triggers } from "../../../../test/random/build.ts";
import { normalise } from "../normalise/normalise.ts";
import { interpret } from "./interpret.ts";
import { startsOn } from "./starts.ts";

test("an event starts a pipeline that has a trigger of its kind", () => {
  const started = Object.values(triggers).filter(({ kind }) => kind !== "call");
  for (const event of Object.values(events).filter(({ kind }) => kind !== "call")) {
    expect(startsOn({ triggers: started }, event)).toBe(true);
    expect(startsOn({ triggers: started.filter(({ kind }) => kind !== event.kind) }, event)).toBe(false);
  }
});

test("a pipeline that is called starts on whatever started its caller", () => {
  for (const event of Object.values(events)) expect(startsOn({ triggers: [triggers.call] }, event)).toBe(true);
});

test("an event of one target starts what names it and one of its activities", () => {
  const pipeline = { triggers: [{ ...triggers.native, filters: { types: ["opened"] } }] };
  expect(startsOn(pipeline, events.native)).toBe(true);
  expect(startsOn(pipeline, { ...events.native, activity: "closed" })).toBe(false);
  expect(startsOn(pipeline, { ...events.native, event: "issues" })).toBe(false);
});

test("a push must be to one of the branches, in their case", () => {
  const pipeline = { triggers: [{ ...triggers.push, branches: ["main", "release/*"] }] };
  expect(startsOn(pipeline, events.push)).toBe(true);
  expect(startsOn(pipeline, { ...events.push, branch: "release/1" })).toBe(true);
  expect(startsOn(pipeline, { ...events.push, branch: "release/1/a" })).toBe(false);
  expect(startsOn(pipeline, { ...events.push, branch: "Main" })).toBe(false);
});

test("a tag must match one of the globs", () => {
  const pipeline = { triggers: [{ ...triggers.tag, tags: ["v*"] }] };
  expect(startsOn(pipeline, events.tag)).toBe(true);
  expect(startsOn(pipeline, { ...events.tag, tag: "hub/v1" })).toBe(false);
});

test("a pull request and the merge queue are filtered by their base", () => {
  const pipeline = {
    triggers: [
      { ...triggers["pull-request"], branches: ["dev"] },
      { ...triggers["merge-queue"], branches: ["dev"] },
    ],
  };
  expect(startsOn(pipeline, events["pull-request"])).toBe(false);
  expect(startsOn(pipeline, { ...events["pull-request"], base: "dev", head: "main" })).toBe(true);
  expect(startsOn(pipeline, events["merge-queue"])).toBe(false);
});

test("without activities a pull request starts on opened, reopened and synchronize", () => {
  const pipeline = { triggers: [triggers["pull-request"]] };
  expect(startsOn(pipeline, { ...events["pull-request"], activity: "synchronize" })).toBe(true);
  expect(startsOn(pipeline, { ...events["pull-request"], activity: "labeled" })).toBe(false);
  const labeled = { triggers: [{ ...triggers["pull-request"], activities: ["labeled"] as const }] };
  expect(startsOn(labeled, { ...events["pull-request"], activity: "labeled" })).toBe(true);
});

test("at least one changed file must be included and not excluded", () => {
  const paths = { include: ["src/**"], exclude: ["src/docs/**"] };
  const pipeline = { triggers: [{ ...triggers.push, paths }] };
  expect(startsOn(pipeline, { ...events.push, changed: ["src/a.ts", "README.md"] })).toBe(true);
  expect(startsOn(pipeline, { ...events.push, changed: ["src/docs/a.md", "README.md"] })).toBe(false);
  expect(startsOn(pipeline, { ...events.push, changed: "unknown" })).toBe(true);
});

test("a filter that only excludes includes all the rest", () => {
  const pipeline = { triggers: [{ ...triggers.push, paths: { include: [], exclude: ["docs/**"] } }] };
  expect(startsOn(pipeline, { ...events.push, changed: ["docs/a.md"] })).toBe(false);
  expect(startsOn(pipeline, { ...events.push, changed: ["docs/a.md", "a.ts"] })).toBe(true);
});

test("a schedule starts on its own times", () => {
  expect(startsOn({ triggers: [triggers.schedule] }, { ...events.schedule, cron: "1 1 * * *" })).toBe(false);
});

test("a pipeline that doesn't start has no jobs", () => {
  const { pipeline } = normalise(pipelineOf({ jobs: [jobOf("a")] }));
  expect(pipeline && interpret(pipeline, runAt(events.tag))).toEqual({ starts: false, jobs: {}, before: [] });
});
