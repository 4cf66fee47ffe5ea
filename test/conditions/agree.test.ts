import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import { type Backend, printYaml } from "@cicl/backend-kit";
import { interpret, type Run } from "@cicl/core";
import { type EventName, featureUses, type Pipeline } from "@cicl/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { playWorkflow } from "../engine/actions.ts";
import { optionsOf, somePins as pins } from "../features/target.ts";
import { gatedPipeline, type PipelineOptions, runOf, usualConditions } from "../random/pipelines.ts";

/** Whether a target renders all that a pipeline uses; the others are refused, which is tested elsewhere. */
function carries(backend: Backend, pipeline: Pipeline): boolean {
  const capabilities = backend.capabilities(optionsOf(backend));
  return featureUses(pipeline, backend.id).every((use) => capabilities[use.feature].kind !== "unsupported");
}

function render(backend: Backend, pipeline: Pipeline<"gated">): string {
  const [file] = backend.lower(pipeline, { options: optionsOf(backend), pins }).files;
  if (!file) throw new Error("Nothing was rendered.");
  return printYaml(file.tree, { header: [] }).text;
}

/** What a person needs to see of a job that a target treats otherwise than the interpreter. */
function summary(pipeline: Pipeline<"gated">, run: Run, text: string): string {
  const rendered = parse(text) as { readonly jobs: Readonly<Record<string, { readonly if?: string }>> };
  const jobs = pipeline.jobs.map(({ id, edges, runs, allowFailure }) => {
    const needs = edges.map((edge) => `${edge.kind} ${edge.from}`).join(", ");
    const outcome = JSON.stringify(run.outcomes[id]);
    return `${id}: ${runs}${allowFailure ? ", may fail" : ""} [${needs}]\n  ${outcome}\n  ${rendered.jobs[id]?.if}`;
  });
  return [JSON.stringify(run.event), ...jobs].join("\n");
}

const portable: readonly EventName[] = ["push", "tag", "pull-request", "schedule", "manual"];
const every: readonly EventName[] = [...portable, "merge-queue", "native"];
const cases: readonly Case[] = [
  { title: "on GitHub Actions", backend: github, options: { triggers: [...portable, "merge-queue"] } },
  { title: "on Gitea Actions", backend: gitea, options: { triggers: portable } },
  {
    title: "on GitHub Actions with an event of its own",
    backend: github,
    options: { triggers: every, conditions: [...usualConditions, "native-event"] },
  },
  // Whoever calls may itself have been started by anything.
  {
    title: "in a pipeline that is called on GitHub Actions",
    backend: github,
    options: { triggers: ["call"], conditions: [...usualConditions, "native-event"] },
    events: every,
  },
];

interface Case {
  readonly title: string;
  readonly backend: Backend;
  readonly options: PipelineOptions;
  readonly events?: readonly EventName[];
}

for (const { title, backend, options, events } of cases) {
  test(`what runs, skips and fails ${title} is what the interpreter says`, () => {
    const arbitrary = gatedPipeline(options)
      .filter((pipeline) => carries(backend, pipeline))
      .chain((pipeline) => fc.tuple(fc.constant(pipeline), runOf(pipeline, events)));
    let jobs = 0;
    fc.assert(
      fc.property(arbitrary, ([pipeline, run]) => {
        const expected = interpret(pipeline, run);
        fc.pre(expected.starts);
        const text = render(backend, pipeline);
        const played = playWorkflow(text, pipeline, run);
        jobs += played.size;
        const ends = Object.fromEntries([...played].map(([id, job]) => [id, job.ended]));
        const wanted = Object.fromEntries(Object.entries(expected.jobs).map(([id, job]) => [id, job.result]));
        expect(ends, summary(pipeline, run, text)).toEqual(wanted);
      }),
      { numRuns: 1000 },
    );
    expect(jobs).toBeGreaterThan(1000);
  }, 120_000);
}
