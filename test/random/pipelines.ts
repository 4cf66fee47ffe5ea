import { type Event, normalise, type Run } from "@cicl/core";
import {
  aggregateId,
  brand,
  type Condition,
  type Edge,
  type EventName,
  type Expression,
  eventNames,
  gateToken,
  graphOf,
  type Job,
  type Pipeline,
} from "@cicl/model";
import fc from "fast-check";
import { events, gateOf, jobOf, originOf, outputOf, pipelineOf, scriptOf, triggers, writes } from "./build.ts";

/** What may occur in random pipelines; narrow it to what a target carries. */
export interface PipelineOptions {
  /** Kinds of conditions that are no `and`, `or` or `not`; all but `changed` unless stated. */
  readonly conditions?: readonly Leafy[];
  /** All portable events but `call` unless stated. */
  readonly triggers?: readonly EventName[];
  /** 12 unless stated. */
  readonly mostJobs?: number;
}

/** A condition in a target's own language is left out: the interpreter doesn't read it. */
type Leafy = Exclude<Condition["kind"], "and" | "or" | "not" | "native">;

/** All conditions that every target can be asked for, but for changed files. */
export const usualConditions: readonly Leafy[] = ["branch", "tag", "event", "fork", "draft", "equals"];
const usualTriggers = eventNames.filter((name) => name !== "call" && name !== "native");

const branches = ["main", "release/1", "feature/x", "Main"];
const tags = ["v1.0.0", "v2.0.0-rc.1", "other"];
/** What outputs hold and are compared with: case matters not, and a missing value equals none of them. */
const texts = ["yes", "no", "YES", "0"];
const paths = ["README.md", "src/index.ts", "docs/guide/start.md"];

/**
 * Random drafts that normalise without a diagnostic: up to twelve jobs over up to five stages, with needs of any earlier
 * jobs, conditions, allowed failures, jobs that run always or on failure, and outputs that later jobs read.
 */
export function draftPipeline(options: PipelineOptions = {}): fc.Arbitrary<Pipeline<"draft">> {
  const kinds = options.triggers ?? usualTriggers;
  return fc
    .record({
      stages: fc.integer({ min: 1, max: 5 }),
      seeds: fc.array(jobSeed, { minLength: 1, maxLength: options.mostJobs ?? 12 }),
      kinds: fc.subarray([...kinds], { minLength: 1 }),
    })
    .chain(({ stages, seeds, kinds: starting }) => {
      const ranked = seeds
        .map((seed) => ({ ...seed, stage: seed.stage % stages }))
        .toSorted((a, b) => a.stage - b.stage);
      const jobs = ranked.map((seed, index) => jobFrom(seed, index, ranked, options));
      const names = Array.from({ length: stages }, (_, index) => `s${index}`);
      const declared = starting.map((kind) => (kind === "manual" ? manual : triggers[kind]));
      return fc.tuple(...jobs).map((made) => pipelineOf({ jobs: made, triggers: declared, stages: names }));
    });
}

/**
 * Random pipelines behind random gates: some jobs that nothing can skip are gates, and any later job may be held back by
 * them, up to the aggregate that speaks for all.
 */
export function gatedPipeline(options: PipelineOptions = {}): fc.Arbitrary<Pipeline<"gated">> {
  return fc
    .tuple(draftPipeline(options), fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }))
    .map(([draft, coins]) => {
      const { pipeline, diagnostics } = normalise(draft);
      if (!pipeline) throw new Error(`A random draft doesn't normalise: ${JSON.stringify(diagnostics)}`);
      return gated(pipeline, coins);
    });
}

/**
 * Random runs of a pipeline: an event, and an end for each of its jobs.
 * @param kinds of the event; those of the triggers unless stated
 */
export function runOf(
  pipeline: Pipeline,
  kinds: readonly EventName[] = pipeline.triggers.map(({ kind }) => kind),
): fc.Arbitrary<Run> {
  const ends = fc.record({
    result: fc.constantFrom("success", "success", "success", "failure", "cancelled"),
    outputs: fc.dictionary(fc.constantFrom("answer", gateToken), fc.constantFrom("", ...texts), { maxKeys: 2 }),
  } as const);
  const outcomes = fc.record(Object.fromEntries(pipeline.jobs.map((job) => [job.id, ends])));
  const started = kinds.map((kind) => eventArbitraries[kind]);
  return fc.record({ event: fc.oneof(...started), outcomes });
}

const manual = {
  ...triggers.manual,
  inputs: {
    choice: { type: "choice", required: false, default: "yes", options: texts },
    flag: { type: "boolean", required: false },
  },
} as const;

const branch = fc.constantFrom(...branches);
const tag = fc.constantFrom(...tags);
const changed = fc.oneof(fc.subarray(paths), fc.constant("unknown" as const));

const eventArbitraries: { readonly [K in EventName]: fc.Arbitrary<Event> } = {
  push: fc.record({ branch, changed }).map((part) => ({ ...events.push, ...part })),
  tag: tag.map((name) => ({ ...events.tag, tag: name })),
  "pull-request": fc
    .record({
      fork: fc.boolean(),
      draft: fc.boolean(),
      head: branch,
      title: fc.constantFrom("A change", ...texts),
      changed,
    })
    .map((part) => ({ ...events["pull-request"], ...part })),
  "merge-queue": changed.map((files) => ({ ...events["merge-queue"], changed: files })),
  schedule: fc.constant(events.schedule),
  manual: fc
    .record({
      ref: fc.oneof(
        fc.record({ kind: fc.constant("branch"), name: branch } as const),
        fc.record({ kind: fc.constant("tag"), name: tag } as const),
      ),
      inputs: fc.record(
        { choice: fc.constantFrom(...texts), flag: fc.constantFrom("true", "false") },
        { requiredKeys: [] },
      ),
    })
    .map((part) => ({ ...events.manual, ...part })),
  call: fc.constant(events.call),
  native: fc.constantFrom("opened", "labeled").map((activity) => ({ ...events.native, activity })),
};

/** The parts of a job that don't depend on its place. */
const jobSeed = fc.record({
  stage: fc.nat({ max: 4 }),
  runs: fc.constantFrom("on-success", "on-success", "on-success", "on-success", "always", "on-failure"),
  allowFailure: fc.constantFrom(false, false, false, true),
  writes: fc.boolean(),
} as const);

type Seed = typeof jobSeed extends fc.Arbitrary<infer T> ? T : never;

function jobFrom(
  seed: Seed,
  index: number,
  seeds: readonly Seed[],
  options: PipelineOptions,
): fc.Arbitrary<Job<"draft">> {
  const earlier = seeds.slice(0, index).map((_, at) => `j${at}`);
  const writing = earlier.filter((_, at) => seeds[at]?.writes);
  const needs = fc.option(fc.subarray(earlier, { maxLength: Math.min(3, earlier.length) }), {
    nil: undefined,
    freq: 2,
  });
  const readable = seed.runs === "on-success" ? [] : earlier;
  const when = fc.option(conditionOf(writing, readable, options), { nil: undefined, freq: 2 });
  return fc.tuple(needs, when).map(([needed, condition]) =>
    jobOf(`j${index}`, {
      stage: `s${seed.stage}`,
      runs: seed.runs,
      allowFailure: seed.allowFailure,
      outputs: seed.writes ? writes("answer") : [],
      ...(needed ? { needs: needed } : {}),
      ...(condition ? { when: condition } : {}),
    }),
  );
}

function conditionOf(
  writing: readonly string[],
  readable: readonly string[],
  options: PipelineOptions,
): fc.Arbitrary<Condition> {
  const allowed = options.conditions ?? usualConditions;
  // A pipeline that is called asks for its caller's event.
  const asked = (options.triggers ?? usualTriggers).filter((name) => name !== "call");
  const values: readonly Expression[] = [
    { kind: "context", name: "pr.title" },
    { kind: "context", name: "branch.name" },
    ...writing.map((job) => outputOf(job, "answer")),
  ];
  const results = readable.map((job): Expression => ({ kind: "result", job }));
  const equals = fc.record({
    kind: fc.constant("equals"),
    value: fc.constantFrom(...values),
    to: fc.constantFrom("main", ...texts),
  } as const);
  const resultIs = fc.record({
    kind: fc.constant("equals"),
    value: fc.constantFrom(...results, ...(results.length > 0 ? [] : values)),
    to: fc.constantFrom("success", "failure", "skipped", "cancelled"),
  } as const);
  const leaf = {
    branch: fc.record({
      kind: fc.constant("branch"),
      pattern: fc.constantFrom("main", "release/**", "feature/*"),
    } as const),
    tag: fc.record({ kind: fc.constant("tag"), pattern: fc.constantFrom("v1.0.0", "v**", "v*-rc.*") } as const),
    event: fc.record({
      kind: fc.constant("event"),
      event: fc.constantFrom(...(asked.length > 0 ? asked : usualTriggers)),
    } as const),
    fork: fc.constant({ kind: "fork" } as const),
    draft: fc.constant({ kind: "draft" } as const),
    changed: fc.record({
      kind: fc.constant("changed"),
      globs: fc.subarray(["src/**", "*.md"], { minLength: 1 }),
    } as const),
    equals: fc.oneof(equals, resultIs),
    "native-event": fc
      .constantFrom({}, { activity: "opened" })
      .map(
        (activity) => ({ kind: "native-event", target: "github", event: "pull_request_target", ...activity }) as const,
      ),
  } satisfies Record<Leafy, fc.Arbitrary<Condition>>;
  const leaves: fc.Arbitrary<Condition> = fc.oneof(...allowed.map((kind) => leaf[kind]));
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaves,
      fc.record({
        kind: fc.constantFrom("and", "or"),
        of: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
      } as const),
      fc.record({ kind: fc.constant("not"), of: tie("tree") } as const),
    ),
  }));
  return tree;
}

/** Makes gates of some jobs, puts gate edges before later ones, and adds the aggregate. */
function gated(pipeline: Pipeline<"normalised">, coins: readonly boolean[]): Pipeline<"gated"> {
  const graph = graphOf(pipeline);
  const coin = (index: number): boolean => coins[index % coins.length] ?? false;
  const unskippable = pipeline.jobs.filter((job) => job.runs === "on-success" && !job.when && !job.allowFailure);
  const chosen = new Set(unskippable.filter((_, index) => coin(index)).map((job) => job.id));
  const jobs = pipeline.jobs.map((job, index) => {
    const before = graph.order.slice(0, graph.order.indexOf(job.id));
    const gates = new Set(before.filter((id, at) => chosen.has(id) && coin(index + at)));
    const kept = job.edges.filter((edge) => !gates.has(edge.from));
    const edges: readonly Edge[] = [...kept, ...[...gates].map((from) => ({ from, kind: "gate" }) as const)];
    const { gate, role, outputs } = gateOf(job.id);
    return chosen.has(job.id) && gate
      ? { ...job, edges, gate, role, outputs: [...outputs, ...job.outputs] }
      : { ...job, edges };
  });
  const aggregate = {
    ...jobOf(aggregateId, { role: "aggregate", stage: "cicl-gates", runs: "always", steps: [scriptOf("true")] }),
    edges: [...chosen].map((from) => ({ from, kind: "explicit" }) as const),
    timeoutMinutes: 5,
  };
  const last = { name: "cicl-gates", origin: originOf("stages", "cicl-gates") };
  return brand<"gated">({
    ...pipeline,
    phase: "gated",
    stages: [...pipeline.stages, last],
    jobs: chosen.size > 0 ? [...jobs, aggregate] : jobs,
  });
}
