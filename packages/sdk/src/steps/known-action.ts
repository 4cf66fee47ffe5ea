import type { Binding, Permissions } from "@cicl/model";
import { list, object, oneOf, optional, type Reader, text, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { type Environ, environ, expressionOf, type ScopeOf, type Value } from "../values.ts";
import { type EnvScope, makeStep, type Step, type StepOptions, stepShape, withTimeout } from "./step.ts";

/** What an input of a known action takes; an array holds the only words that it knows. */
type InputKind = "string" | "boolean" | "number" | "lines" | readonly string[];

/** The inputs of a known action by their own names. */
type InputKinds = Readonly<Record<string, InputKind>>;

/** What a step of a known action takes beside its inputs. */
export interface ActionOptions extends StepOptions {
  readonly env?: Environ<string>;
}

/** An input that is text. A number is none: 1.20 would arrive as 1.2. */
export type TextInput = string | Value<string>;
/** An input that is true or false. */
export type BooleanInput = boolean | Value<string>;
/** An input that is a number. */
export type NumberInput = number | Value<string>;
/** An input of several lines: one text, or an array with an element a line. */
export type LinesInput = string | readonly string[] | Value<string>;

type Inputs<W, I> = W & Exact<W, I>;
type Options<O> = O & Exact<O, ActionOptions>;
type Made<W, O> = Step<ScopeOf<W[keyof W]> | EnvScope<O>>;

/** A known action that runs without any input. */
export type Action<I> = <
  const W extends Partial<I> = Record<never, never>,
  const O extends ActionOptions = Record<never, never>,
>(
  inputs?: Inputs<W, I>,
  options?: Options<O>,
) => Made<W, O>;

/** A known action with an input that must be given. */
export type DemandingAction<I> = <const W extends I, const O extends ActionOptions = Record<never, never>>(
  inputs: Inputs<W, I>,
  options?: Options<O>,
) => Made<W, O>;

/** An action: `owner/repo` or `owner/repo/path`, with what it needs of the engine's token where that is known. */
type ActionName = string | { readonly action: string; readonly permissions: Permissions };

/**
 * Makes the function that runs a known action.
 * @param name the action
 * @param kinds its inputs; asked for only when the action is used
 */
export function knownAction<I>(name: ActionName, kinds: () => InputKinds): Action<I> {
  return (inputs, options) => actionStep(name, kinds(), [], inputs ?? {}, options);
}

/** The same for an action with inputs that must be given. @param required their names */
export function demandingAction<I>(
  name: ActionName,
  kinds: () => InputKinds,
  ...required: readonly string[]
): DemandingAction<I> {
  return (inputs, options) => actionStep(name, kinds(), required, inputs, options);
}

function actionStep(
  name: ActionName,
  kinds: InputKinds,
  required: readonly string[],
  given: unknown,
  options: unknown,
): Step {
  const origin = originHere();
  const known = typeof name === "string" ? { action: name } : name;
  const shape = Object.entries(kinds).map(([input, kind]): readonly [string, Reader<Binding | undefined>] => {
    const reader = bindingReader(input, kind);
    return [input, required.includes(input) ? reader : optional(reader)];
  });
  const read = object(`The action ${known.action}`, Object.fromEntries(shape))(given, origin);
  const inputs = Object.values(read).filter((binding) => binding !== undefined);
  const common = object("An action step", { ...stepShape, env: withDefault(environ, []) })(options ?? {}, origin);
  return makeStep({ kind: "uses", origin, ...known, inputs, ...withTimeout(common) });
}

function bindingReader(name: string, kind: InputKind): Reader<Binding> {
  const reader = typeof kind === "string" ? readers[kind] : oneOf(...kind);
  return (value, origin) => ({
    name,
    origin,
    value: expressionOf(value) ?? { kind: "literal", value: reader(value, origin) },
  });
}

const lines = list(text);

const readers: Readonly<Record<Exclude<InputKind, readonly string[]>, Reader<string>>> = {
  string: (value, origin) => (typeof value === "string" ? value : wrong(value, "a string or a value", origin)),
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
