import type { Pipeline } from "@cicl/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { originOf } from "../../../../test/random/build.ts";
import { draftPipeline, gatedPipeline, runOf } from "../../../../test/random/pipelines.ts";
import { normalise } from "../normalise/normalise.ts";
import { interpret } from "./interpret.ts";
import type { Interpretation, Run } from "./run.ts";

interface Case {
  readonly pipeline: Pipeline<"gated">;
  readonly run: Run;
  readonly seen: Interpretation;
}

const cases: fc.Arbitrary<Case> = gatedPipeline().chain((pipeline) =>
  runOf(pipeline).map((run) => ({ pipeline, run, seen: interpret(pipeline, run) })),
);

function always(holds: (each: Case) => void): void {
  fc.assert(fc.property(cases, holds), { numRuns: 500 });
}

/** Every path that ends in a job, nearest first, the job itself left out; enumerated without any memory. */
function pathsTo(id: string, { jobs }: Pipeline<"gated">): readonly (readonly string[])[] {
  const edges = jobs.find((job) => job.id === id)?.edges ?? [];
  return edges.flatMap(({ from }) => [
    [from],
    ...pathsTo(from, { jobs } as Pipeline<"gated">).map((path) => [from, ...path]),
  ]);
}

test("random drafts normalise", () => {
  fc.assert(
    fc.property(draftPipeline(), (draft) => {
      const { diagnostics } = normalise(draft);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("a job is tainted just when a path to a failure or cancellation leads through no job that runs in any case", () => {
  const small = gatedPipeline({ mostJobs: 7 }).chain((pipeline) => runOf(pipeline).map((run) => ({ pipeline, run })));
  fc.assert(
    fc.property(small, ({ pipeline, run }) => {
      const { jobs } = interpret(pipeline, run);
      const byId = new Map(pipeline.jobs.map((job) => [job.id, job]));
      for (const job of pipeline.jobs) {
        if (job.runs !== "on-success") continue;
        const bad = pathsTo(job.id, pipeline).some((path) => {
          const [last, ...between] = path.toReversed();
          const end = last === undefined ? undefined : jobs[last]?.result;
          const counts = end === "cancelled" || (end === "failure" && !byId.get(last ?? "")?.allowFailure);
          return counts && between.every((id) => byId.get(id)?.runs === "on-success");
        });
        expect(jobs[job.id]?.tainted).toBe(bad);
      }
    }),
    { numRuns: 500 },
  );
});

test("a tainted job never runs", () => {
  always(({ seen }) => {
    for (const { tainted, result, steps } of Object.values(seen.jobs)) {
      if (tainted) expect({ result, steps }).toEqual({ result: "skipped", steps: [] });
    }
  });
});

test("a job never runs before its needs are done", () => {
  always(({ pipeline, seen }) => {
    const ended = Object.keys(seen.jobs);
    expect(ended.toSorted()).toEqual(pipeline.jobs.map(({ id }) => id).toSorted());
    for (const [first, second] of seen.before) expect(ended.indexOf(first)).toBeLessThan(ended.indexOf(second));
  });
});

test("a job that runs on success has real successes behind its explicit edges and tokens behind its gates", () => {
  always(({ pipeline, seen }) => {
    for (const job of pipeline.jobs) {
      const ran = (seen.jobs[job.id]?.steps.length ?? 0) > 0;
      if (!ran || job.runs !== "on-success") continue;
      for (const { from, kind } of job.edges) {
        if (kind !== "order") expect(seen.jobs[from]?.result).toBe("success");
        if (kind === "gate") expect(seen.jobs[from]?.outputs.passed).not.toBe("");
      }
    }
  });
});

test("the aggregate succeeds only when every gate left its token", () => {
  always(({ pipeline, run, seen }) => {
    const aggregate = seen.jobs["cicl-gate"];
    if (!aggregate || run.outcomes["cicl-gate"]?.result !== "success") return;
    const gates = pipeline.jobs.filter((job) => job.role === "gate").map(({ id }) => seen.jobs[id]);
    const passed = gates.every((gate) => gate?.result === "success" && gate.outputs.passed !== "");
    expect(aggregate.result).toBe(passed ? "success" : "failure");
  });
});

test("the outcome of a job that doesn't run makes no difference", () => {
  always(({ pipeline, run, seen }) => {
    const idle = Object.entries(seen.jobs).filter(([, { steps }]) => steps.length === 0);
    const outcomes = {
      ...run.outcomes,
      ...Object.fromEntries(idle.map(([id]) => [id, { result: "failure" } as const])),
    };
    expect(interpret(pipeline, { ...run, outcomes })).toEqual(seen);
  });
});

test("a required job is skipped only behind a failure", () => {
  const withRequired = draftPipeline().chain((draft) => {
    const required = draft.jobs.map(({ id }) => [{ name: "merge", origin: originOf("required"), jobs: [id] }]);
    return fc.record({ draft: fc.constant(draft), required: fc.constantFrom(...required), run: runOf(draft) });
  });
  let judged = 0;
  fc.assert(
    fc.property(withRequired, ({ draft, required, run }) => {
      const { pipeline } = normalise({ ...draft, required });
      if (!pipeline) return;
      const id = required[0]?.jobs[0] ?? "";
      const { result, tainted } = interpret(pipeline, run).jobs[id] ?? {};
      expect(result === "skipped" && !tainted).toBe(false);
      judged++;
    }),
    { numRuns: 1000 },
  );
  expect(judged).toBeGreaterThan(100);
});
