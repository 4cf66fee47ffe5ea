import { existsSync } from "node:fs";
import { join } from "node:path";
import { github } from "@cicl/backend-github";
import { interpret, type JobOutcome, normalise } from "@cicl/core";
import type { Job } from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import { describe, expect, test } from "vitest";
import { nothingRequired, synthesised } from "../features/target.ts";
import { events, jobOf, outputOf, pipelineOf, runAt, scriptOf, triggers, writes } from "../random/build.ts";
import { act, type End, temporary } from "./act.ts";
import { obtain } from "./tools.ts";

/** How each job ended, as act or the interpreter says. */
type Ended = Readonly<Record<string, End>>;

const facts = { lockfiles: [], dockerfiles: [] };

/** A job that leaves a mark that it ran; it needs no working copy, hence no download. */
function marking(id: string, fails: boolean, overrides: Partial<Job<"draft">>): Job<"draft"> {
  const steps = [scriptOf(`: > "$MARKS/${id}"${fails ? "\nexit 1" : ""}`), ...(overrides.steps ?? [])];
  return jobOf(id, { checkout: false, ...overrides, steps });
}

/** Runs the jobs on a push to main, once by the interpreter and once by act; what "unit" answers, if anything, is "yes". */
function both(program: string, jobs: readonly Job<"draft">[], fails: readonly string[]): readonly [Ended, Ended] {
  const draft = pipelineOf({ triggers: [triggers.push], jobs });
  const normal = normalise(draft).pipeline;
  const gated = normal && applyPolicy(normal, { ...nothingRequired, facts, version: "0.1" }).pipeline;
  if (!gated) throw new Error("The pipeline is refused.");
  const outcomes: Record<string, JobOutcome> = { unit: { outputs: { answer: "yes" } } };
  for (const id of fails) outcomes[id] = { steps: { 0: "failure" } };
  const said = interpret(gated, runAt(events.push, outcomes)).jobs;
  const expected = Object.fromEntries(Object.entries(said).map(([id, job]) => [id, job.result])) as Ended;
  const { files, diagnostics } = synthesised(github, draft);
  const [file] = files;
  if (!file) throw new Error(JSON.stringify(diagnostics));
  return [expected, played(program, file.path, file.text, Object.keys(expected))];
}

function played(program: string, path: string, text: string, ids: readonly string[]): Ended {
  const marks = temporary("cicl-marks-");
  const results = act(program, { files: { [path]: text }, env: { MARKS: marks } });
  return Object.fromEntries(
    ids.map((id) => {
      const result = results.get(id) ?? "skipped";
      if (existsSync(join(marks, id)) !== (result !== "skipped")) throw new Error(`${id} ended before its first step.`);
      return [id, result];
    }),
  );
}

const found = obtain("act");
describe("a real runner runs, skips and fails what the interpreter says", () => {
  if ("missing" in found) {
    test.skipIf(process.env.CICL_REQUIRE_ENGINES !== "1")(`not run: ${found.missing}`, () => {
      expect.fail(`act can't be had: ${found.missing}`);
    });
    return;
  }
  const agree = (jobs: (fails: (id: string) => boolean) => readonly Job<"draft">[], ...fails: readonly string[]) => {
    const [expected, observed] = both(
      found.program,
      jobs((id) => fails.includes(id)),
      fails,
    );
    expect(observed).toEqual(expected);
    return expected;
  };

  const stages =
    (overrides: Readonly<Record<string, Partial<Job<"draft">>>> = {}) =>
    (fails: (id: string) => boolean) =>
      [
        ["lint", "a"],
        ["unit", "a"],
        ["build", "b"],
        ["smoke", "c"],
        ["clean", "d"],
      ].map(([id = "", stage = ""]) => marking(id, fails(id), { stage, ...overrides[id] }));

  test("stage by stage", () => {
    expect(Object.values(agree(stages()))).toEqual(["success", "success", "success", "success", "success"]);
  });

  test("nothing behind a failure", () => {
    expect(agree(stages(), "unit")).toMatchObject({ lint: "success", build: "skipped", smoke: "skipped" });
  });

  test("clean-up in any case, a notification only after a failure", () => {
    const overrides = { clean: { runs: "always" }, smoke: { runs: "on-failure" } } as const;
    expect(agree(stages(overrides))).toMatchObject({ smoke: "skipped", clean: "success" });
    expect(agree(stages(overrides), "lint")).toMatchObject({ build: "skipped", smoke: "success", clean: "success" });
  });

  test("what another branch would run is skipped, and what only follows it in order is not", () => {
    const when = { kind: "branch", pattern: "release" } as const;
    expect(agree(stages({ build: { when } }))).toMatchObject({ build: "skipped", smoke: "success" });
    expect(agree(stages({ build: { when }, smoke: { needs: ["build"] } }))).toMatchObject({ smoke: "skipped" });
  });

  test("conditions on what a job has written", () => {
    const is = (to: string) => ({ when: { kind: "equals", value: outputOf("unit", "answer"), to } as const });
    const unit = { outputs: writes("answer"), steps: [scriptOf('echo answer=yes >> "$CICL_OUTPUT"')] };
    const placed = { ...unit, outputs: unit.outputs.map((output) => ({ ...output, step: 1 })) };
    expect(agree(stages({ unit: placed, build: is("YES"), smoke: is("no") }))).toMatchObject({
      build: "success",
      smoke: "skipped",
    });
  });
});
