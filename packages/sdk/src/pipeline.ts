import { at, type Code, type Origin } from "@cicl/diagnostics";
import {
  type Binding,
  brand,
  leaves,
  type Pipeline as PipelineModel,
  type RequiredSet,
  type Trigger as TriggerNode,
} from "@cicl/model";
import { collect, fail } from "./check/fail.ts";
import { id } from "./check/names.ts";
import { list, object, optional, record, withDefault, wrong } from "./check/reader.ts";
import { connect } from "./connect.ts";
import type { Exact } from "./exact.ts";
import { type Job, jobNode } from "./job/handle.ts";
import type { ConcurrencyOptions } from "./job/options.ts";
import { concurrency } from "./job/shape.ts";
import { type Trigger, trigger } from "./on.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { type Stage, stageNode } from "./stage.ts";
import { describeValue, type Environ, environ, ownerOf, refuseKinds, type Value } from "./values.ts";

/** A whole pipeline; the default export of `pipeline.ts`. */
export interface Pipeline extends Sealed<"pipeline"> {
  readonly name: string;
}

/** A value that is known before any job starts. */
type EarlyValue = Value<never, "context" | "input" | "variable" | "literal">;

export interface PipelineOptions {
  /** What starts a run; at least one. */
  readonly on: readonly Trigger[];
  /** In order: a job waits for all of the stage before, unless it states `needs`. */
  readonly stages: readonly Stage[];
  readonly env?: Environ;
  readonly concurrency?: ConcurrencyOptions<EarlyValue>;
  /** Named sets of jobs that must have passed before a merge. */
  readonly required?: Readonly<Record<string, readonly Job[]>>;
}

const pipelines = registry<Pipeline, PipelineModel<"draft">>();

const requiredSets = record((value, origin, name) => ({
  ...{ name: id(name, origin), origin },
  jobs: list(jobNode, 1)(value, origin),
}));

/** Reads the sets; a list without a name is the likely mistake. */
const required: typeof requiredSets = (value, origin) =>
  Array.isArray(value)
    ? wrong(value, "an object of named lists, such as required: { all: [a] }", origin)
    : requiredSets(value, origin);

const shape = object("A pipeline", {
  on: list(trigger),
  stages: list(stageNode),
  env: withDefault(environ, []),
  concurrency: optional(concurrency),
  required: withDefault(required, []),
});

/** Values that no job has made yet can't be read by the pipeline itself. */
const notYet = {
  output: "No job has run yet where it is read.",
  result: "No job has run yet where it is read.",
  matrix: "Only a leg of the matrix knows it.",
} as const;

/**
 * Declares a pipeline.
 * @param name lower-case letters, digits and hyphens, unique in the repository
 * @throws CiclError with everything that is wrong in it
 */
export function pipeline<const O extends PipelineOptions>(
  name: string,
  options: O & Exact<O, PipelineOptions>,
): Pipeline {
  const origin = originHere();
  id(name, origin);
  const { on: triggers, stages, required, ...read } = shape(options, origin);
  collect(
    () => checkEarly(read.env, triggers, notYet),
    () => {
      if (!read.concurrency) return;
      const group = { name: "group", value: read.concurrency.group, origin: at(origin, "concurrency") };
      checkEarly([group], triggers, { ...notYet, secret: "Engines hide secrets from it." });
    },
  );
  const draft = brand<"draft">({
    phase: "draft",
    name,
    // The host, which knows the file, fills it in.
    source: "",
    origin,
    triggers,
    ...connect({ triggers, stages, required: required.flatMap((set) => set.jobs) }, origin),
    ...read,
    required: required.map((set): RequiredSet => ({ ...set, jobs: set.jobs.map((job) => job.draft.id) })),
  });
  return pipelines.seal({ name }, draft);
}

/**
 * The draft of a pipeline; its `source` is empty, for the host to fill in.
 * @throws CiclError when it isn't a pipeline
 * @internal
 */
export function draftOf(handle: Pipeline): PipelineModel<"draft"> {
  return pipelines.open(handle) ?? wrong(handle, 'a pipeline made by "pipeline"', originHere());
}

/**
 * Says whether a value is a pipeline.
 * @internal
 */
export function isPipeline(value: unknown): value is Pipeline {
  return pipelines.has(value);
}

function checkEarly(
  bindings: readonly Binding[],
  triggers: readonly TriggerNode[],
  kinds: Parameters<typeof refuseKinds>[1],
): void {
  for (const { value, origin } of bindings) {
    refuseKinds(value, kinds, origin);
    for (const leaf of leaves(value)) {
      const scoped = (leaf.kind === "secret" || leaf.kind === "variable") && leaf.environment !== undefined;
      const foreign = leaf.kind === "input" && !triggers.some((one) => one === ownerOf(leaf));
      if (scoped) unreadable("CICL2009", `${describeValue(leaf)} belongs to an environment`, origin);
      if (foreign) unreadable("CICL2018", `${describeValue(leaf)} belongs to a trigger of another pipeline`, origin);
    }
  }
}

function unreadable(code: Code, problem: string, origin: Origin): never {
  fail(
    code,
    {
      what: `${problem}, so the pipeline can't read it.`,
      why: "It would be empty here.",
      fix: "Read it where it belongs.",
    },
    origin,
  );
}
