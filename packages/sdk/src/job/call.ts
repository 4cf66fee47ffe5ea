import { at, type Origin } from "@cicl/diagnostics";
import {
  type Binding,
  type Callee,
  type CallInput,
  deepFreeze,
  type Expression,
  type Job as JobModel,
  neededScopes,
  type Output,
  type Permissions,
  type Pipeline as PipelineModel,
  permissionScopes,
} from "@cicl/model";
import { fail } from "../check/fail.ts";
import { id as jobId, word } from "../check/names.ts";
import { list, object, optional, type Reader, record, text, withDefault, wrong } from "../check/reader.ts";
import type { Condition } from "../condition.ts";
import type { Exact } from "../exact.ts";
import { type GivenInputs, givenInputs } from "../input.ts";
import { originHere } from "../origin.ts";
import { type CallShape, calleeOf, type Pipeline } from "../pipeline.ts";
import { expressionOf, makeValue, type Text, textValue, type Value } from "../values.ts";
import { type Job, type JobNode, jobs } from "./handle.ts";
import { type MatrixOptions, type MatrixShape, type MatrixValues, matrix, matrixValues } from "./matrix.ts";
import type { ConcurrencyOptions } from "./options.ts";
import { noOutputs, outputValues } from "./outputs.ts";
import { hidingSteps } from "./pipes.ts";
import { checkReadings } from "./reading.ts";
import { jobShape } from "./shape.ts";

/** What a job that runs another pipeline takes; everything else is the called pipeline's own. */
export interface CallOptions {
  readonly needs?: readonly Job[];
  readonly when?: Condition;
  readonly runs?: "on-success" | "always" | "on-failure";
  readonly concurrency?: ConcurrencyOptions;
  readonly matrix?: MatrixOptions;
  readonly inputs?: unknown;
  readonly secrets?: unknown;
}

type Given<C extends CallShape, M> =
  | GivenInputs<C["inputs"]>
  | ([M] extends [MatrixOptions] ? (matrix: MatrixValues<M>) => GivenInputs<C["inputs"]> : never);
type Secrets<C extends CallShape> = { readonly [K in C["secrets"]]: Value<never, "secret"> };
/** Inputs and secrets; each may be left out where nothing has to be handed in. */
type Handed<C extends CallShape, M> = (Record<never, never> extends GivenInputs<C["inputs"]>
  ? { readonly inputs?: Given<C, M> }
  : { readonly inputs: Given<C, M> }) &
  ([C["secrets"]] extends [never] ? unknown : { readonly secrets: Secrets<C> }) & {
    readonly matrix?: M & MatrixShape<M>;
  };
type Options<O, C extends CallShape, M> = O & Handed<C, M> & Exact<O, CallOptions & Handed<C, M>>;
type Called<C extends CallShape, M> = Job &
  ([M] extends [MatrixOptions]
    ? unknown
    : { readonly outputs: { readonly [K in C["outputs"]]: Value<never, "output"> } });

/** What a job that runs a workflow of another repository takes. */
export interface ForeignOptions extends CallOptions {
  readonly inputs?: Readonly<Record<string, Text>>;
  readonly secrets?: Readonly<Record<string, Value<never, "secret">>>;
  /** Names of its outputs that other jobs read. */
  readonly outputs?: readonly string[];
  /** Scopes of the engine's token that it needs. */
  readonly permissions?: Permissions;
}

type ForeignOutputs<O> = O extends { readonly outputs: readonly (infer K extends string)[] } ? K : never;

const common = {
  needs: jobShape.needs,
  when: jobShape.when,
  runs: jobShape.runs,
  concurrency: jobShape.concurrency,
  matrix: optional(matrix),
} as const;

const anything: Reader<unknown> = (value) => value;
const secretValue: Reader<Expression> = (value, origin) => {
  const expression = expressionOf(value);
  return expression?.kind === "secret" ? expression : wrong(value, 'a secret, such as secret("TOKEN")', origin);
};
const secretBindings: Reader<readonly Binding[]> = record((value, origin, name) => ({
  name: word(name, origin),
  value: secretValue(value, origin),
  origin,
}));
/** Nobody knows what a workflow elsewhere declares: numbers and truth values are handed in as what they are. */
const textBindings: Reader<readonly CallInput[]> = record((value, origin, name) => ({
  name: word(name, origin),
  value: textValue(value, origin),
  type: typeof value === "number" || typeof value === "boolean" ? (typeof value as "number" | "boolean") : "string",
  origin,
}));

/**
 * A job that runs another pipeline of the repository, one whose only trigger is `on.call`.
 * @param id lower-case letters, digits and hyphens, unique in its pipeline
 * @returns the job, with the called pipeline's outputs unless it has a matrix
 * @throws CiclError when what is handed in isn't what the pipeline asks for
 */
export function call<
  C extends CallShape,
  const O extends CallOptions = Record<never, never>,
  const M extends MatrixOptions | undefined = undefined,
>(
  id: string,
  callee: Pipeline<C>,
  ...[options]: Record<never, never> extends Handed<C, M> ? [options?: Options<O, C, M>] : [options: Options<O, C, M>]
): Called<C, M> {
  const origin = originHere();
  const { draft, trigger } = calleeOf(callee, origin);
  const secrets = object(
    `The secrets of "${draft.name}"`,
    Object.fromEntries(trigger.secrets.map((name) => [name, secretValue] as const)),
  );
  const readSecrets: Reader<readonly Binding[]> = (value, place) =>
    Object.entries(secrets(value ?? {}, place)).map(([name, one]) => ({ name, value: one, origin: at(place, name) }));
  const readInputs: Reader<readonly CallInput[]> = (value, place) =>
    givenInputs(trigger.inputs, `The inputs of "${draft.name}"`)(value ?? {}, place);
  const read = object("A call", { ...common, inputs: anything, secrets: readSecrets })(options ?? {}, origin);
  return build(id, calleeNode(draft), read, readInputs, {
    outputs: trigger.outputs.map(({ name }) => name),
    permissions: permissionsOf(draft),
    origin,
  }) as Called<C, M>;
}

/**
 * A job that runs a reusable workflow of another repository, which nothing here can check; GitHub only.
 * @param reference `owner/repo/.github/workflows/file.yml@commit`, the commit with forty hex digits
 */
call.untyped = <const O extends ForeignOptions = Record<never, never>>(
  id: string,
  reference: `${string}/${string}/.github/workflows/${string}@${string}`,
  options?: O & Exact<O, ForeignOptions>,
): Job & { readonly outputs: { readonly [K in ForeignOutputs<O>]: Value<never, "output"> } } => {
  const origin = originHere();
  const [workflow = "", commit = ""] = foreign(reference, origin).split("@");
  const shape = {
    ...common,
    inputs: withDefault(textBindings, []),
    secrets: withDefault(secretBindings, []),
    outputs: withDefault(list(word), []),
    permissions: jobShape.permissions,
  };
  const { outputs, permissions, inputs, ...read } = object("A call", shape)(options ?? {}, origin);
  const of: Callee = { kind: "foreign", target: "github", workflow, commit };
  const made = build(id, of, { ...read, inputs: undefined }, () => inputs, { outputs, permissions, origin });
  return made as ReturnType<typeof call.untyped<O>>;
};

interface Known {
  readonly outputs: readonly string[];
  readonly permissions: Permissions;
  readonly origin: Origin;
}

type Common = { readonly [K in keyof typeof common]?: Exclude<ReturnType<(typeof common)[K]>, undefined> };

function build(
  id: string,
  of: Callee,
  {
    inputs,
    secrets,
    needs,
    matrix: legs,
    ...read
  }: Common & {
    readonly inputs?: unknown;
    readonly secrets: readonly Binding[];
  },
  readInputs: Reader<readonly CallInput[]>,
  { outputs, permissions, origin }: Known,
): Job {
  jobId(id, origin);
  const given = typeof inputs === "function" && legs ? inputs(matrixValues(legs)) : inputs;
  const token = {};
  const draft: JobModel<"draft"> = deepFreeze({
    id,
    origin,
    role: "ordinary",
    stage: "",
    runner: { os: "linux", arch: "x64", labels: [] },
    services: [],
    checkout: false,
    steps: [],
    env: [],
    allowFailure: false,
    reports: [],
    runs: "on-success",
    ...read,
    permissions,
    outputs: outputs.map((name): Output => ({ name, origin, kind: "call" })),
    call: { of, inputs: readInputs(given, at(origin, "inputs")), secrets },
    ...(legs ? { matrix: legs } : {}),
    ...(needs ? { needs: [...new Set(needs.map((need) => need.draft.id))] } : {}),
  });
  const node: JobNode = { draft, needs, environment: undefined, token };
  checkReadings(node);
  const values = legs ? noOutputs(id) : outputValues(id, outputs, token);
  return jobs.seal({ id, result: makeValue({ kind: "result", job: id }, token), outputs: values }, node);
}

/** What a call leads to. */
function calleeNode({ name, jobs: called }: PipelineModel<"draft">): Callee {
  const inner = called.flatMap((job) => (job.call ? [job.call.of] : []));
  const levels = inner.map((of) => (of.kind === "pipeline" ? of.levels : 1));
  const reached = inner.flatMap((of) => (of.kind === "pipeline" ? of.reaches : [of.workflow]));
  return {
    kind: "pipeline",
    pipeline: name,
    levels: 1 + Math.max(0, ...levels),
    reaches: [...new Set([name, ...reached])],
    strict: called.every(isStrict),
  };
}

/** Whether a job that succeeds has done all that it has to do, and can't be left out. */
function isStrict(job: JobModel<"draft">): boolean {
  const { when, runs, allowFailure, call: inner } = job;
  if (when || runs !== "on-success" || allowFailure || hidingSteps(job).length > 0) return false;
  return !inner || (inner.of.kind === "pipeline" && inner.of.strict);
}

/** A called pipeline can have no more than its caller hands on: all that any of its jobs needs. */
function permissionsOf({ jobs: called }: PipelineModel<"draft">): Permissions {
  const levels = new Map<string, "read" | "write">();
  for (const job of called) {
    if (job.checkout && !levels.has("contents")) levels.set("contents", "read");
    for (const { scope, level } of neededScopes(job)) if (levels.get(scope) !== "write") levels.set(scope, level);
  }
  return Object.fromEntries(
    permissionScopes.flatMap((scope) => (levels.has(scope) ? [[scope, levels.get(scope)]] : [])),
  );
}

function foreign(value: unknown, origin: Origin): string {
  const written = text(value, origin);
  if (!/^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml@[0-9a-f]{40}$/.test(written)) {
    fail(
      "CICL2001",
      {
        what: `${JSON.stringify(written)} doesn't name a workflow at a commit.`,
        why: "A workflow by tag or branch can be changed under the pipeline by whoever owns it.",
        fix: 'Write "owner/repo/.github/workflows/file.yml@" and the full commit, forty hex digits in lower case.',
      },
      origin,
    );
  }
  return written;
}
