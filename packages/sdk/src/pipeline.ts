import { at, type Code, type Origin } from "@cicl/diagnostics";
import {
  type Binding,
  brand,
  type CallOutput,
  type CallTrigger as CallTriggerNode,
  keyBindings,
  leaves,
  type OutputValue,
  type Pipeline as PipelineModel,
  type RequiredSet,
  type Trigger as TriggerNode,
} from "@cicl/model";
import { collect, fail } from "./check/fail.ts";
import { id, word } from "./check/names.ts";
import { isPlain, list, object, optional, type Reader, record, text, withDefault, wrong } from "./check/reader.ts";
import { checkNames, connect } from "./connect.ts";
import type { Exact } from "./exact.ts";
import { type GitHubPipelineKeys, githubPipelineKeys } from "./github/keys.ts";
import { type Job, jobNode } from "./job/handle.ts";
import type { ConcurrencyOptions } from "./job/options.ts";
import { concurrency } from "./job/shape.ts";
import { type CallTrigger, type Trigger, trigger } from "./on.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { type Stage, stageNode } from "./stage.ts";
import { actionsOf } from "./steps/composite.ts";
import { describeValue, type Environ, environ, expressionOf, ownerOf, refuseKinds, type Value } from "./values.ts";

/** A whole pipeline; the default export of `pipeline.ts`. `Shape` says what another pipeline hands in and reads. */
export interface Pipeline<out Shape = unknown> extends Sealed<{ pipeline: Shape }> {
  readonly name: string;
}

/** What whoever calls a pipeline hands in, and what it reads. */
export interface CallShape {
  readonly inputs: unknown;
  readonly secrets: string;
  readonly outputs: string;
}

/** The shape of a pipeline whose only trigger is a call. */
type ShapeOf<O> = O extends { readonly on: readonly [CallTrigger<infer I, infer S>] }
  ? { readonly inputs: I; readonly secrets: S; readonly outputs: OutputsOf<O> }
  : unknown;
type OutputsOf<O> = O extends { readonly outputs: infer P } ? keyof P & string : never;

/** A value that is known before any job starts. */
type EarlyValue = Value<never, "context" | "input" | "variable" | "native" | "literal">;

/** An output with a sentence about it. */
export interface DescribedOutput {
  readonly value: Value<never, "output">;
  readonly description?: string;
}

export interface PipelineOptions {
  /** What starts a run; at least one. */
  readonly on: readonly Trigger[];
  /** In order: a job waits for all of the stage before, unless it states `needs`. */
  readonly stages: readonly Stage[];
  readonly env?: Environ;
  readonly concurrency?: ConcurrencyOptions<EarlyValue>;
  /** Named sets of jobs that must have passed before a merge. */
  readonly required?: Readonly<Record<string, readonly Job[]>>;
  /** Outputs of jobs that the caller of this pipeline can read. */
  readonly outputs?: Readonly<Record<string, Value<never, "output"> | DescribedOutput>>;
  /** What GitHub alone has. */
  readonly github?: GitHubPipelineKeys;
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

const jobOutput: Reader<OutputValue> = (value, origin) => {
  const leaf = expressionOf(value);
  return leaf?.kind === "output" ? leaf : wrong(value, "an output of one of the pipeline's jobs", origin);
};

const describedOutput = object("An output", { value: jobOutput, description: optional(text) });

const outputs: Reader<readonly CallOutput[]> = record((value, origin, name) => {
  const described = isPlain(value) ? describedOutput(value, origin) : { value: jobOutput(value, origin) };
  const { value: leaf, ...rest } = described;
  return { name: word(name, origin), origin, job: leaf.job, output: leaf.output, ...rest };
});

const shape = object("A pipeline", {
  on: list(trigger),
  stages: list(stageNode),
  env: withDefault(environ, []),
  concurrency: optional(concurrency),
  required: withDefault(required, []),
  outputs: withDefault(outputs, []),
  github: optional(githubPipelineKeys),
});

/** Values that no job has made yet can't be read by the pipeline itself. */
const notYet = {
  output: "No job has run yet where it is read.",
  result: "No job has run yet where it is read.",
  matrix: "Only a leg of the matrix knows it.",
  "step-output": "Only the job whose step it is knows it.",
} as const;

/**
 * Declares a pipeline.
 * @param name lower-case letters, digits and hyphens, unique in the repository
 * @throws CiclError with everything that is wrong in it
 */
export function pipeline<const O extends PipelineOptions>(
  name: string,
  options: O & Exact<O, PipelineOptions>,
): Pipeline<ShapeOf<O>> {
  const origin = originHere();
  id(name, origin);
  const { on, stages, required, outputs, github, ...read } = shape(options, origin);
  const triggers = withOutputs(on, outputs);
  collect(
    () => checkEarly([...read.env, ...keyBindings(github)], on, notYet),
    () => {
      if (!read.concurrency) return;
      const group = { name: "group", value: read.concurrency.group, origin: at(origin, "concurrency") };
      checkEarly([group], on, { ...notYet, secret: "Engines hide secrets from it." });
    },
  );
  const connected = connect({ triggers: on, stages, required: required.flatMap((set) => set.jobs) }, origin);
  const actions = actionsOf(stages.flatMap(({ jobs }) => jobs.flatMap(({ draft }) => draft.steps)));
  checkNames(
    actions,
    (one) => one.name,
    "action",
    (test) => test(),
  );
  const draft = brand<"draft">({
    phase: "draft",
    name,
    // The host, which knows the file, fills it in.
    source: "",
    origin,
    triggers,
    ...connected,
    ...(actions.length > 0 ? { actions } : {}),
    ...read,
    ...(github ? { native: github } : {}),
    required: required.map((set): RequiredSet => ({ ...set, jobs: set.jobs.map((job) => job.draft.id) })),
  });
  return pipelines.seal({ name }, draft) as Pipeline<ShapeOf<O>>;
}

/** What a caller reads belongs to the trigger by which it calls. */
function withOutputs(triggers: readonly TriggerNode[], outputs: readonly CallOutput[]): readonly TriggerNode[] {
  const [first] = outputs;
  if (first && !triggers.some(({ kind }) => kind === "call")) {
    fail(
      "CICL2004",
      {
        what: "The pipeline has outputs, but nothing calls it.",
        why: "Only the caller of a pipeline reads them.",
        fix: 'Start it by on.call(), or remove "outputs".',
      },
      first.origin,
    );
  }
  return triggers.map((one) => (one.kind === "call" ? { ...one, outputs } : one));
}

/**
 * The draft of a pipeline that can be called, with its trigger.
 * @throws CiclError for anything else
 * @internal
 */
export function calleeOf(
  handle: unknown,
  origin: Origin,
): { readonly draft: PipelineModel<"draft">; readonly trigger: CallTriggerNode } {
  const draft = pipelines.open(handle) ?? wrong(handle, 'a pipeline made by "pipeline"', origin);
  const trigger = draft.triggers.find((one) => one.kind === "call");
  if (trigger) return { draft, trigger };
  return fail(
    "CICL2004",
    {
      what: `The pipeline "${draft.name}" can't be called: it has no call trigger.`,
      why: "What it takes and returns is unknown.",
      fix: "Make on.call() its only trigger.",
    },
    origin,
  );
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
