import { github } from "@cicl/backend-github";
import type { Condition, Pipeline } from "@cicl/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { jobOf, originOf, outputOf, pipelineOf, scriptOf, triggers, writes } from "../random/build.ts";
import { officialComplaints } from "./official.ts";

const leaves: readonly Condition[] = [
  { kind: "branch", pattern: "main" },
  { kind: "branch", pattern: "it's" },
  { kind: "fork" },
  { kind: "equals", value: { kind: "context", name: "pr.title" }, to: "a || b && (c" },
  { kind: "equals", value: outputOf("first", "answer"), to: "yes" },
];

/** A condition in a condition in … each the first, the middle or the last of its neighbours, some of them negated. */
const nested: fc.Arbitrary<Condition> = fc.integer({ min: 12, max: 50 }).chain((levels) => {
  const neighbours = fc.subarray([...leaves], { maxLength: 1 });
  const level = fc.record({ negated: fc.nat({ max: 3 }), before: neighbours, after: neighbours });
  const list = fc.array(level, { minLength: levels, maxLength: levels });
  return fc.tuple(fc.constantFrom(...leaves), list).map(([leaf, parts]) =>
    parts.reduce((inner: Condition, { negated, before, after }, index): Condition => {
      const part: Condition = negated === 0 ? { kind: "not", of: inner } : inner;
      return { kind: index % 2 === 0 ? "and" : "or", of: [...before, part, ...after] };
    }, leaf),
  );
});

/** A pipeline with the condition at a job or at a step. */
function draftWith(when: Condition, place: "job" | "step"): Pipeline<"draft"> {
  const second = place === "job" ? { when } : { steps: [scriptOf("true", { when })] };
  return pipelineOf({
    triggers: [triggers.push, triggers["pull-request"], triggers["merge-queue"]],
    jobs: [jobOf("first", { outputs: writes("answer") }), jobOf("second", { ...second, needs: ["first"] })],
  });
}

let asked = 0;

/** Whether cicl says that a limit is exceeded, and whether the official parser refuses the rendered file for it. */
async function refusals(draft: Pipeline<"draft">): Promise<{ readonly ours: boolean; readonly official: boolean }> {
  const { files, diagnostics } = synthesised(github, draft);
  expect(files.length).toBeGreaterThan(0);
  // The editor service keeps what it has read under a name.
  asked += 1;
  const said = files.map(({ path, text }) => officialComplaints(`${asked}/${path}`, text));
  const complaints = (await Promise.all(said)).flat();
  return {
    ours: diagnostics.some(({ code, severity, origin }) => code === "CICL5005" && severity === "error" && origin),
    official: complaints.some((complaint) => /Exceeded max expression depth|ErrorExceededMaxLength/.test(complaint)),
  };
}

test("a nested condition is refused exactly where the official parser refuses it", async () => {
  const seen = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(nested, fc.constantFrom("job", "step"), async (when, place) => {
      const { ours, official } = await refusals(draftWith(when, place));
      expect(ours).toBe(official);
      seen[official ? "refused" : "taken"] += 1;
    }),
    { numRuns: 100 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(10);
}, 120_000);

const main: Condition = { kind: "branch", pattern: "main" };

/** `main && (main || (main && …))`: each operator is a level, and each bracket. */
function alternating(levels: number): Condition {
  return Array.from({ length: levels }).reduce<Condition>(
    (inner, _, index) => ({ kind: index % 2 === 0 ? "and" : "or", of: [main, inner] }),
    main,
  );
}

/** As a whole a level, in `success() && (…)` two, 23 operators in 22 brackets, `github.ref` one, and brackets around. */
const deepest: Condition = { kind: "or", of: [alternating(23), main] };
const deeper: Condition = { kind: "and", of: [deepest, main] };

test("conditions at the greatest depth are taken by both, a level deeper by none", async () => {
  expect(await refusals(draftWith(deepest, "step"))).toEqual({ ours: false, official: false });
  expect(await refusals(draftWith(deeper, "step"))).toEqual({ ours: true, official: true });
});

test("conditions in parallel steps and in actions of the repository are ones too", async () => {
  const base = { origin: originOf("step"), runs: "on-success", allowFailure: false } as const;
  const parallel = (when: Condition): Pipeline<"draft"> => {
    const steps = [scriptOf("true", { when }), scriptOf("true")];
    return pipelineOf({ jobs: [jobOf("one", { steps: [{ ...base, kind: "parallel", steps }] })] });
  };
  const composite = (when: Condition): Pipeline<"draft"> => {
    const action = {
      name: "greet",
      source: "pipeline.ts",
      description: "Greets.",
      inputs: {},
      outputs: [],
      origin: originOf("greet"),
    };
    const steps = [{ ...base, kind: "composite", action: "greet", inputs: [] } as const];
    return pipelineOf({
      jobs: [jobOf("one", { steps })],
      actions: [{ ...action, steps: [scriptOf("true", { when })] }],
    });
  };
  expect(await refusals(parallel(deepest))).toEqual({ ours: false, official: false });
  expect(await refusals(parallel(deeper))).toEqual({ ours: true, official: true });
  // In an action a branch is asked for with the event, since any pipeline may run it: two levels of brackets more.
  const inner = (levels: number): Condition => ({ kind: "or", of: [alternating(levels), main] });
  expect(await refusals(composite(inner(19)))).toEqual({ ours: false, official: false });
  expect(await refusals(composite(inner(23)))).toEqual({ ours: true, official: true });
});

test("a condition of 21,000 characters as GitHub completes it is taken by both, a longer one by none", async () => {
  const room = 21_000 - "success() && (github.ref == 'refs/heads/')".length;
  const step = (length: number): Pipeline<"draft"> =>
    draftWith({ kind: "branch", pattern: "b".repeat(length) }, "step");
  expect(await refusals(step(room))).toEqual({ ours: false, official: false });
  expect(await refusals(step(room + 1))).toEqual({ ours: true, official: true });
});

test("text around an expression counts as GitHub writes it, and brackets in quotes don't", async () => {
  const run = "echo {}' ${{ format('}}((((((((((((((((((((((((((((((((((((((((((((((((((((', github.sha) }}";
  const step = { kind: "native", origin: originOf("step"), runs: "on-success", allowFailure: false } as const;
  const native = { ...step, target: "github", step: { run } } as const;
  expect(await refusals(pipelineOf({ jobs: [jobOf("one", { steps: [native] })] }))).toEqual({
    ours: false,
    official: false,
  });
});

test("a native step's condition needs no braces", async () => {
  const step = { kind: "native", origin: originOf("step"), runs: "on-success", allowFailure: false } as const;
  const native = (count: number): Pipeline<"draft"> => {
    const condition = `${"!".repeat(count)}always()`;
    return pipelineOf({
      jobs: [jobOf("one", { steps: [{ ...step, target: "github", step: { run: "true", if: condition } }] })],
    });
  };
  expect(await refusals(native(49))).toEqual({ ours: false, official: false });
  expect(await refusals(native(50))).toEqual({ ours: true, official: true });
});
