import { type Condition, type EventName, type Expression, eventNames } from "@cicl/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { events, outputOf, runAt, triggers } from "../../../../test/random/build.ts";
import { draftPipeline, runOf } from "../../../../test/random/pipelines.ts";
import { evaluate, type Verdict } from "./evaluate.ts";
import type { Event } from "./event.ts";
import { factsOfKind } from "./facts.ts";
import { factsOfRun } from "./facts-of-run.ts";
import { mayRunOn, proposalThatMayRun } from "./may-run.ts";

const branch = (pattern: string): Condition => ({ kind: "branch", pattern });
const tag = (pattern: string): Condition => ({ kind: "tag", pattern });
const event = (name: EventName): Condition => ({ kind: "event", event: name });
const not = (of: Condition): Condition => ({ kind: "not", of });
const and = (...of: readonly Condition[]): Condition => ({ kind: "and", of });
const or = (...of: readonly Condition[]): Condition => ({ kind: "or", of });
const is = (value: Expression, to: string): Condition => ({ kind: "equals", value, to });
const draft: Condition = { kind: "draft" };

const manual = {
  ...triggers.manual,
  inputs: { level: { type: "string", required: false, default: "low" }, dry: { type: "boolean", required: false } },
} as const;

function holds(condition: Condition, at: Event): Verdict {
  return evaluate(condition, factsOfRun({ triggers: [manual] }, runAt(at), new Map()));
}

describe("in a run", () => {
  test("a branch is the run's own ref", () => {
    expect(holds(branch("main"), events.push)).toBe(true);
    expect(holds(branch("main"), events.schedule)).toBe(true);
    expect(holds(branch("main"), events.manual)).toBe(true);
    expect(holds(branch("**"), events["pull-request"])).toBe(false);
    expect(holds(branch("**"), events["merge-queue"])).toBe(false);
    expect(holds(branch("**"), events.tag)).toBe(false);
  });

  test("a tag is the run's own ref", () => {
    expect(holds(tag("v*"), events.tag)).toBe(true);
    expect(holds(tag("v*"), { ...events.manual, ref: { kind: "tag", name: "v2" } })).toBe(true);
    expect(holds(tag("**"), events.push)).toBe(false);
  });

  test("comparison ignores ASCII case, and only that", () => {
    expect(holds(branch("MAIN"), events.push)).toBe(true);
    expect(holds(branch("Ma*"), events.push)).toBe(true);
    expect(holds(is({ kind: "context", name: "branch.name" }, "Main"), events.push)).toBe(true);
    expect(holds(branch("ÄRGER"), { ...events.push, branch: "ärger" })).toBe(false);
  });

  test("a missing value equals nothing, not even the empty string", () => {
    expect(holds(is(outputOf("unit", "x"), "0"), events.push)).toBe(false);
    expect(holds(is(outputOf("unit", "x"), ""), events.push)).toBe(false);
    expect(holds(is({ kind: "context", name: "pr.title" }, ""), events.push)).toBe(false);
  });

  test("a template is compared as a whole", () => {
    const value: Expression = {
      kind: "template",
      parts: [
        { kind: "context", name: "pr.base-branch" },
        { kind: "literal", value: "!" },
      ],
    };
    expect(holds(is(value, "main!"), events["pull-request"])).toBe(true);
  });

  test("an input has its default where none is given, and is empty on other events", () => {
    const level = is({ kind: "input", name: "level" }, "low");
    expect(holds(level, events.manual)).toBe(true);
    expect(holds(level, { ...events.manual, inputs: { level: "high" } })).toBe(false);
    expect(holds(level, events.push)).toBe(false);
    expect(holds(is({ kind: "input", name: "dry" }, "false"), events.manual)).toBe(true);
    expect(holds(level, events.call)).toBe(false);
  });

  test("changed files are those of the run's range, and their case counts", () => {
    const changed: Condition = { kind: "changed", globs: ["docs/**"] };
    expect(holds(changed, { ...events.push, changed: ["docs/a.md"] })).toBe(true);
    expect(holds(changed, { ...events.push, changed: ["Docs/a.md"] })).toBe(false);
    expect(holds(changed, { ...events.push, changed: [] })).toBe(false);
  });

  test("everything counts as changed on a new branch, without a range and on other events", () => {
    const changed: Condition = { kind: "changed", globs: ["docs/**"] };
    expect(holds(changed, { ...events.push, changed: [], before: "0".repeat(40) })).toBe(true);
    expect(holds(changed, { ...events["pull-request"], changed: "unknown" })).toBe(true);
    expect(holds(changed, events.tag)).toBe(true);
  });

  test("forks and drafts are pull requests", () => {
    expect(holds({ kind: "fork" }, { ...events["pull-request"], fork: true })).toBe(true);
    expect(holds(draft, { ...events["pull-request"], draft: true })).toBe(true);
    expect(holds({ kind: "fork" }, events.push)).toBe(false);
  });
});

describe("in three values", () => {
  const onPush = (condition: Condition): Verdict => evaluate(condition, factsOfKind("push"));

  test("a part that is unknown matters only where the others don't decide", () => {
    expect(onPush(and(branch("main"), event("tag")))).toBe(false);
    expect(onPush(and(branch("main"), event("push")))).toBe("unknown");
    expect(onPush(or(branch("main"), event("push")))).toBe(true);
    expect(onPush(or(branch("main"), event("tag")))).toBe("unknown");
    expect(onPush(not(branch("main")))).toBe("unknown");
  });

  test("an empty and holds, an empty or doesn't", () => {
    expect(onPush(and())).toBe(true);
    expect(onPush(or())).toBe(false);
  });

  test("a job without a condition may run on every event", () => {
    expect(eventNames.every((name) => mayRunOn({}, name))).toBe(true);
  });

  test("a branch excludes pull requests, a tag excludes pushes", () => {
    expect(mayRunOn({ when: branch("main") }, "pull-request")).toBe(false);
    expect(mayRunOn({ when: branch("main") }, "manual")).toBe(true);
    expect(mayRunOn({ when: tag("v*") }, "push")).toBe(false);
  });

  test("a proposed change is looked for only where the pipeline starts on one", () => {
    expect(proposalThatMayRun({}, { triggers: [triggers.push] })).toBeUndefined();
    expect(proposalThatMayRun({}, { triggers: [triggers["merge-queue"]] })).toBe("merge-queue");
  });

  test("what is decided for a kind of event holds in each of its runs", () => {
    const runs = draftPipeline({ conditions: ["branch", "tag", "event", "fork", "draft", "changed", "equals"] }).chain(
      (pipeline) => runOf(pipeline).map((run) => ({ pipeline, run })),
    );
    fc.assert(
      fc.property(runs, ({ pipeline, run }) => {
        for (const { when } of pipeline.jobs) {
          const verdict = when ? evaluate(when, factsOfKind(run.event.kind)) : "unknown";
          if (!when || verdict === "unknown") continue;
          expect(evaluate(when, factsOfRun(pipeline, run, new Map()))).toBe(verdict);
        }
      }),
      { numRuns: 300 },
    );
  });
});
