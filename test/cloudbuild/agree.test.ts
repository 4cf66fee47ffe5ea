import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, checkBuild, checkTrigger, triggerSchema } from "@cicl/backend-cloudbuild/schema";
import { type Interpretation, interpret, type Run } from "@cicl/core";
import type { Pipeline } from "@cicl/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { gatedPipeline, runOf } from "../random/pipelines.ts";
import { type BuildResult, runBuild } from "./executor.ts";
import { failingInSteps, type Played, playable, playedIn, witness, writeOutcomes } from "./played.ts";
import { buildOn, render, substitutionsOf } from "./rendered.ts";

const laterSteps = fc.array(
  fc.record({ runs: fc.constantFrom("on-success", "always", "on-failure"), allowFailure: fc.boolean() } as const),
  { maxLength: 2 },
);

const mostJobs = 6;

const carried = fc
  .tuple(
    gatedPipeline({
      triggers: ["push", "tag", "pull-request"],
      conditions: ["branch", "tag", "event", "equals"],
      mostJobs,
    }),
    fc.array(laterSteps, { minLength: mostJobs, maxLength: mostJobs }),
  )
  .map(([pipeline, later]) => playable(pipeline, later))
  .filter((pipeline) => render(pipeline) !== undefined);

/** What a build must show, by the interpreter. */
function expectedOf({ jobs }: Interpretation): Played {
  const others = Object.entries(jobs).filter(([id]) => id !== witness);
  return {
    ran: others
      .flatMap(([id, { steps }]) =>
        steps.filter(({ result }) => result !== "skipped").map(({ index }) => `${id}/${index}`),
      )
      .toSorted(),
    results: Object.fromEntries(others.map(([id, { result }]) => [id, result])),
    outputs: Object.fromEntries(
      others.flatMap(([id, { outputs }]) => Object.entries(outputs).map(([name, value]) => [`${id}.${name}`, value])),
    ),
  };
}

/** Pairs of jobs of which the second began before the first had ended. */
function tooEarly({ before }: Interpretation, { events }: BuildResult): Interpretation["before"] {
  const places = (what: string, job: string): readonly number[] =>
    events.flatMap(([event, id], index) => (event === what && id.startsWith(`${job}/`) ? [index] : []));
  return before.filter(([first, second]) => {
    const begun = places("start", second)[0];
    return begun !== undefined && places("end", first).some((ended) => ended > begun);
  });
}

/** What a person needs to see of a build that does otherwise. */
function summary(pipeline: Pipeline<"gated">, run: Run, { steps }: BuildResult): string {
  const jobs = pipeline.jobs.map(({ id, edges, runs, allowFailure, when, steps: own }) => {
    const needs = edges.map((edge) => `${edge.kind} ${edge.from}`).join(", ");
    const outcome = `${JSON.stringify(run.outcomes[id])} ${JSON.stringify(when)} ${own.map((step) => `${step.runs} ${step.allowFailure}`).join("; ")}`;
    return `${id}: ${runs}${allowFailure ? ", may fail" : ""} [${needs}]\n  ${outcome}`;
  });
  return [
    JSON.stringify(run.event),
    ...jobs,
    ...steps.map(({ id, status, output }) => `${id}: ${status}\n${output}`),
  ].join("\n");
}

/** More builds by hand: CLOUDBUILD_RUNS=2000. */
const numRuns = Number(process.env.CLOUDBUILD_RUNS ?? 60);

test("what runs, skips, fails and is read in a rendered build is what the interpreter says", async () => {
  const cases = carried.chain((pipeline) =>
    fc.tuple(
      fc.constant(pipeline),
      runOf(pipeline).map((run) => failingInSteps(run, pipeline)),
      fc.constantFrom("first", "last"),
      fc.boolean(),
    ),
  );
  let failures = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ([pipeline, run, prefer, parallel]) => {
      const interpretation = interpret(pipeline, run);
      fc.pre(interpretation.starts);
      const text = buildOn(run.event, pipeline, render(pipeline) ?? {});
      const source = mkdtempSync(join(tmpdir(), "outcomes-"));
      try {
        writeOutcomes(source, pipeline, run);
        const result = await runBuild(text, {
          source,
          prefer,
          concurrency: parallel ? 4 : 1,
          images: { "*": {} },
          substitutions: substitutionsOf(run.event),
        });
        const failed = pipeline.jobs.some(
          ({ id, allowFailure }) => interpretation.jobs[id]?.result === "failure" && !allowFailure,
        );
        if (failed) failures++;
        expect(playedIn(result), summary(pipeline, run, result)).toEqual(expectedOf(interpretation));
        expect(tooEarly(interpretation, result), summary(pipeline, run, result)).toEqual([]);
        expect(result.status, summary(pipeline, run, result)).toBe(failed ? "FAILURE" : "SUCCESS");
      } finally {
        rmSync(source, { recursive: true, force: true });
      }
    }),
    { numRuns, endOnFailure: true },
  );
  expect(failures).toBeGreaterThan(numRuns / 10);
}, 3_600_000);

test("every rendered file keeps the schema and the rules", () => {
  fc.assert(
    fc.property(carried, (pipeline) => {
      for (const [path, text] of Object.entries(render(pipeline) ?? {})) {
        const trigger = path.includes("/triggers/");
        const data: unknown = parse(text);
        const { error } = (trigger ? triggerSchema : buildSchema).safeParse(data);
        expect(error?.issues ?? [], text).toEqual([]);
        expect(trigger ? checkTrigger(data) : checkBuild(data), text).toEqual([]);
      }
    }),
    { numRuns: 200, endOnFailure: true },
  );
}, 60_000);
