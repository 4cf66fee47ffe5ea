import type { Binding, Permissions, UsesStep } from "@cicl/model";
import { list, object, oneOf, optional, type Reader, text, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { type Environ, environ, expressionOf, type ScopeOf, type Value } from "../values.ts";
import { valueInCode } from "./code-inputs.ts";
import { asModel, type EnvScope, type Step, type StepOptions, stepShape } from "./step.ts";
import { type StepOutputs, stepWithOutputs } from "./step-outputs.ts";

/** What an input of a known action takes; an array holds the only words that it knows. */
type InputKind = "string" | "code" | "boolean" | "number" | "lines" | readonly string[];

/** The inputs of a known action by their own names. */
type InputKinds = Readonly<Record<string, InputKind>>;

/** What a step of a known action takes beside its inputs. */
export interface ActionOptions<M extends string = never> extends StepOptions {
  readonly env?: Environ<string>;
  /** A former major version, e.g. `v4`; inputs and outputs are those of the newest. */
  readonly major?: M;
}

/** An input that is text. A number is none: 1.20 would arrive as 1.2. */
export type TextInput = string | Value<string>;
/** An input that is run as a program: text that stands in the pipeline, since a value in it would become code. */
export type CodeInput = string;
/** An input that is true or false. */
export type BooleanInput = boolean | Value<string>;
/** An input that is a number. */
export type NumberInput = number | Value<string>;
/** An input of several lines: one text, or an array with an element a line. */
export type LinesInput = string | readonly string[] | Value<string>;

type Inputs<W, I> = W & Exact<W, I>;
type Options<O, M extends string> = O & Exact<O, ActionOptions<M>>;
type Made<W, O, K extends string> = Step<ScopeOf<W[keyof W]> | EnvScope<O>> & { readonly outputs: StepOutputs<K> };

/** A known action that runs without any input. */
export type Action<I, K extends string = never, M extends string = never> = <
  const W extends Partial<I> = Record<never, never>,
  const O extends ActionOptions<M> = Record<never, never>,
>(
  inputs?: Inputs<W, I>,
  options?: Options<O, M>,
) => Made<W, O, K>;

/** A known action with an input that must be given. */
export type DemandingAction<I, K extends string = never, M extends string = never> = <
  const W extends I,
  const O extends ActionOptions<M> = Record<never, never>,
>(
  inputs: Inputs<W, I>,
  options?: Options<O, M>,
) => Made<W, O, K>;

/** What is known of an action beside its inputs. */
export interface ActionFacts<K extends string, M extends string> {
  /** `owner/repo` or `owner/repo/path`. */
  readonly action: string;
  /** What it needs of the engine's token, where that is known. */
  readonly permissions?: Permissions;
  readonly outputs?: readonly K[];
  /** Releases of former major versions, each by its version and commit. */
  readonly older?: Readonly<Record<M, { readonly version: string; readonly commit: string }>>;
}

/**
 * Makes the function that runs a known action.
 * @param facts the action
 * @param kinds its inputs; asked for only when the action is used
 */
export function knownAction<I, K extends string = never, M extends string = never>(
  facts: ActionFacts<K, M>,
  kinds: () => InputKinds,
): Action<I, K, M> {
  return (inputs, options) => actionStep(facts, kinds(), [], inputs ?? {}, options);
}

/** The same for an action with inputs that must be given. @param required their names */
export function demandingAction<I, K extends string = never, M extends string = never>(
  facts: ActionFacts<K, M>,
  kinds: () => InputKinds,
  ...required: readonly string[]
): DemandingAction<I, K, M> {
  return (inputs, options) => actionStep(facts, kinds(), required, inputs, options);
}

function actionStep<K extends string, M extends string>(
  { outputs = [], older, ...known }: ActionFacts<K, M>,
  kinds: InputKinds,
  required: readonly string[],
  given: unknown,
  options: unknown,
): Step & { readonly outputs: StepOutputs<K> } {
  const origin = originHere();
  const shape = Object.entries(kinds).map(([input, kind]): readonly [string, Reader<Binding | undefined>] => {
    const reader = bindingReader(input, kind);
    return [input, required.includes(input) ? reader : optional(reader)];
  });
  const what = `The action ${known.action}`;
  const read = object(what, Object.fromEntries(shape))(given, origin);
  const versions: Readonly<Record<string, Pick<UsesStep, "version" | "commit">>> = older ?? {};
  const inputs = Object.values(read).filter((binding) => binding !== undefined);
  const { major, ...common } = object("An action step", {
    ...stepShape,
    env: withDefault(environ, []),
    major: optional(oneOf(...Object.keys(versions))),
  })(options ?? {}, origin);
  const node: UsesStep = {
    kind: "uses",
    origin,
    ...known,
    known: true,
    ...(major === undefined ? {} : versions[major]),
    inputs,
    ...asModel(common),
  };
  return stepWithOutputs(node, outputs, what);
}

function bindingReader(name: string, kind: InputKind): Reader<Binding> {
  const reader = typeof kind === "string" ? readers[kind] : oneOf(...kind);
  return (value, origin) => ({
    name,
    origin,
    value: (kind === "code" ? undefined : expressionOf(value)) ?? { kind: "literal", value: reader(value, origin) },
  });
}

const lines = list(text);

const readers: Readonly<Record<Exclude<InputKind, readonly string[]>, Reader<string>>> = {
  string: (value, origin) => (typeof value === "string" ? value : wrong(value, "a string or a value", origin)),
  code: (value, origin) => (expressionOf(value) ? valueInCode(origin) : text(value, origin)),
  boolean: (value, origin) =>
    typeof value === "boolean" ? String(value) : wrong(value, "true, false or a value", origin),
  number: (value, origin) =>
    typeof value === "number" && Number.isFinite(value) ? String(value) : wrong(value, "a number or a value", origin),
  lines: (value, origin) => {
    if (typeof value === "string") return value;
    return Array.isArray(value)
      ? lines(value, origin).join("\n")
      : wrong(value, "a string, an array of lines or a value", origin);
  },
};
