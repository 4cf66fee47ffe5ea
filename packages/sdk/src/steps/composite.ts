import type { Origin } from "@cicl/diagnostics";
import {
  type CompositeAction,
  type CompositeStep,
  conditionValues,
  deepFreeze,
  type Expression,
  leaves,
  nestedSteps,
  type Permissions,
  permissionScopes,
  type Step as StepNode,
  type StepOutputValue,
  stepBindings,
} from "@cicl/model";
import { fail } from "../check/fail.ts";
import { id, word } from "../check/names.ts";
import { list, object, type Reader, record, text, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { type GivenInputs, givenInputs, type Inputs, type InputValues, inputs, inputValues } from "../input.ts";
import { placeAmong, placeInSteps } from "../job/step-outputs.ts";
import { originHere } from "../origin.ts";
import { strictRecord } from "../strict-record.ts";
import { describeValue, expressionOf, ownerOf, type ScopeOf, type Value } from "../values.ts";
import { asModel, originalOf, type Step, type StepOptions, step, stepShape } from "./step.ts";
import { type StepOutputs, stepWithOutputs } from "./step-outputs.ts";

/** A composite action: steps under a name, which jobs of several pipelines can run. */
export interface ActionOptions {
  /** One sentence; shown where the action is listed. */
  readonly description: string;
  readonly inputs?: Inputs;
  /** Scripts, actions and set-ups; a function is given the values of the inputs. */
  readonly steps: unknown;
  /** Outputs of its steps that whoever runs it can read. */
  readonly outputs?: Readonly<Record<string, Value<never, "step-output">>>;
}

type InputsOf<O> = O extends { readonly inputs: infer I } ? I : Record<never, never>;
type OutputsOf<O> = O extends { readonly outputs: infer P } ? keyof P & string : never;
/** Steps that fit aren't compared again, as those of a job. */
type StepsOf<O> = [O] extends [{ readonly steps: readonly Step[] }]
  ? unknown
  : { readonly steps: readonly Step[] | ((inputs: InputValues<InputsOf<O>>) => readonly Step[]) };
type Made<W, K extends string> = Step<ScopeOf<W[keyof W]>> & { readonly outputs: StepOutputs<K> };

/** Runs a composite action whose inputs may all be left out. */
export type CompositeRun<I, K extends string> = <const W extends GivenInputs<I>>(
  inputs?: W & Exact<W, GivenInputs<I>>,
  options?: StepOptions,
) => Made<W, K>;

/** Runs a composite action with inputs that must be given. */
export type DemandingCompositeRun<I, K extends string> = <const W extends GivenInputs<I>>(
  inputs: W & Exact<W, GivenInputs<I>>,
  options?: StepOptions,
) => Made<W, K>;

type RunOf<I, K extends string> =
  Record<never, never> extends GivenInputs<I> ? CompositeRun<I, K> : DemandingCompositeRun<I, K>;

const definitions = new WeakMap<StepNode, CompositeAction>();
const kinds: readonly string[] = ["script", "uses", "setup", "composite"];

/** The composite actions that some steps run, those inside others included, each once. */
export function actionsOf(steps: readonly StepNode[]): readonly CompositeAction[] {
  const found = new Set<CompositeAction>();
  for (const { step: one } of nestedSteps(steps, "")) {
    const definition = one.kind === "composite" ? definitions.get(originalOf(one)) : undefined;
    if (!definition || found.has(definition)) continue;
    for (const inner of actionsOf(definition.steps)) found.add(inner);
    found.add(definition);
  }
  return [...found];
}

const outputs: Reader<readonly { readonly name: string; readonly origin: Origin; readonly value: StepOutputValue }[]> =
  record((value, origin, name) => {
    const leaf = expressionOf(value);
    return leaf?.kind === "step-output"
      ? { name: word(name, origin), origin, value: leaf }
      : wrong(value, "an output of one of the action's steps", origin);
  });

/**
 * Defines a composite action, rendered to a file of its own; GitHub only.
 * @param name lower-case letters, digits and hyphens, unique in the repository
 * @returns the function that makes a step of it, with typed inputs and outputs
 * @throws CiclError with everything that is wrong in it
 */
export function action<const O extends ActionOptions>(
  name: string,
  options: O & Exact<O, ActionOptions> & StepsOf<O>,
): RunOf<InputsOf<O>, OutputsOf<O>> {
  const origin = originHere();
  id(name, origin);
  const shape = {
    description: text,
    inputs: withDefault(inputs, []),
    steps: (value: unknown): unknown => value,
    outputs: withDefault(outputs, []),
  };
  const read = object("An action", shape)(options, origin);
  const owner = {};
  const values = strictRecord(inputValues(read.inputs, owner), (member, place) => noInput(name, member, place));
  const given = typeof read.steps === "function" ? read.steps(values) : read.steps;
  const steps = list(step, 1)(given, origin);
  for (const one of steps) checkStep(one, name, owner);
  const what = `the action "${name}"`;
  const definition: CompositeAction = deepFreeze({
    name,
    // The host, which knows the file, fills it in.
    source: "",
    origin,
    description: read.description,
    inputs: Object.fromEntries(read.inputs),
    outputs: read.outputs.map((output) => placeAmong(steps, steps.length, output, output.origin, what)),
    steps: placeInSteps(steps, what),
  });
  const run = (handed?: unknown, stepOptions?: unknown): Step => runStep(definition, handed, stepOptions);
  return run as unknown as RunOf<InputsOf<O>, OutputsOf<O>>;
}

function runStep(definition: CompositeAction, handed: unknown, options: unknown): Step {
  const origin = originHere();
  const bound = givenInputs(definition.inputs, `The inputs of "${definition.name}"`)(handed ?? {}, origin);
  const permissions = permissionsOf(definition.steps);
  const node: CompositeStep = {
    kind: "composite",
    origin,
    action: definition.name,
    ...(Object.keys(permissions).length === 0 ? {} : { permissions }),
    inputs: bound.map(({ type: _, ...binding }) => binding),
    ...asModel(object("A step", stepShape)(options ?? {}, origin)),
  };
  definitions.set(node, definition);
  const outputNames = definition.outputs.map((output) => output.name);
  return stepWithOutputs(node, outputNames, `The action "${definition.name}"`);
}

/** An action has no secrets, no timeouts and no jobs behind it. */
function checkStep(one: StepNode, name: string, owner: object): void {
  if (!kinds.includes(one.kind) || one.timeoutMinutes !== undefined || one.native !== undefined) {
    impossible(
      `a step of the action "${name}" is no script, action or set-up, or has a timeout or keys of its own`,
      one.origin,
    );
  }
  const read = [
    ...stepBindings(one).flatMap(({ value }) => leaves(value)),
    ...(one.when ? conditionValues(one.when) : []),
  ];
  for (const leaf of read) {
    if (isForeign(leaf, owner)) impossible(`${describeValue(leaf)} is read in the action "${name}"`, one.origin);
  }
}

function isForeign(leaf: Expression, owner: object): boolean {
  if (leaf.kind === "input") return ownerOf(leaf) !== owner;
  return !["literal", "context", "step-output", "native"].includes(leaf.kind);
}

function permissionsOf(steps: readonly StepNode[]): Permissions {
  const needed = steps.flatMap((one) => ("permissions" in one && one.permissions ? [one.permissions] : []));
  const entries = permissionScopes.flatMap((scope) => {
    const levels = needed.flatMap((permissions) => permissions[scope] ?? []);
    return levels.length === 0 ? [] : [[scope, levels.includes("write") ? "write" : "read"] as const];
  });
  return Object.fromEntries(entries);
}

function noInput(name: string, input: string, origin: Origin): never {
  return fail(
    "CICL2018",
    {
      what: `The action "${name}" declares no input "${input}".`,
      why: "It would read as empty in every run.",
      fix: 'Declare it in "inputs".',
    },
    origin,
  );
}

function impossible(what: string, origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
      why: "An action knows its inputs, the run's own facts and the outputs of its own steps, and engines give it nothing else.",
      fix: "Hand it in as an input, or put the step into the job.",
    },
    origin,
  );
}
