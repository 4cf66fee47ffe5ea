import type { Origin } from "@cicl/diagnostics";
import type { CallInput, Expression, InputDeclaration } from "@cicl/model";
import { deepFreeze } from "@cicl/model";
import { word } from "./check/names.ts";
import { flag, list, object, oneOf, optional, type Reader, record, text, withDefault, wrong } from "./check/reader.ts";
import type { Exact } from "./exact.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { expressionOf, makeValue, type Value } from "./values.ts";

type Cell = string | number | boolean;

/** The declaration of an input, whose value is one of `C`; `Demanded`: whoever starts the run must give it. */
export interface Input<out C extends Cell = Cell, out Demanded extends boolean = boolean>
  extends Sealed<{ input: C; demanded: Demanded }> {}

/** Whether an input with these options must be given: it is required and has no default. */
type DemandedBy<O> = O extends { readonly default: Cell }
  ? false
  : O extends { readonly required: true }
    ? true
    : false;

/** The value of an input, for scripts and conditions. */
export interface InputValue<out C extends Cell = Cell> extends Sealed<{ value: "input"; scope: never; choices: C }> {}

/** What every input takes besides its type. */
export interface InputOptions<D extends Cell> {
  readonly default?: D;
  readonly description?: string;
  /** Whether whoever starts the run must give it; false by default. */
  readonly required?: boolean;
}

/** Inputs by name. */
export type Inputs = Readonly<Record<string, Input>>;

/** The values of inputs by the same names. */
export type InputValues<I> = {
  readonly [K in keyof I]: I[K] extends Input<infer C, boolean> ? InputValue<C> : never;
};

/** What can be given for declared inputs: those that must be, and those that may. */
export type GivenInputs<I> = {
  readonly [K in keyof I as I[K] extends Input<Cell, true> ? K : never]: Given<I[K]>;
} & { readonly [K in keyof I as I[K] extends Input<Cell, true> ? never : K]?: Given<I[K]> };

type Given<T> =
  T extends Input<infer C, boolean> ? C | (string extends C ? Value : C extends string ? never : Value) : never;

const declarations = registry<Input, InputDeclaration>();
const choices = new WeakMap<Expression, readonly string[]>();

/** Declares inputs of `on.manual` and `on.call`. */
export const input = Object.freeze({
  string: <const O extends InputOptions<string> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<string>>,
  ): Input<string, DemandedBy<O>> => declare("string", text, options),
  boolean: <const O extends InputOptions<boolean> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<boolean>>,
  ): Input<boolean, DemandedBy<O>> => declare("boolean", flag, options),
  number: <const O extends InputOptions<number> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<number>>,
  ): Input<number, DemandedBy<O>> => declare("number", finite, options),
  /** @param words what can be chosen, at least one */
  choice: <const C extends string, const O extends InputOptions<NoInfer<C>> = Record<never, never>>(
    words: readonly [C, ...C[]],
    options?: O & Exact<O, InputOptions<NoInfer<C>>>,
  ): Input<C, DemandedBy<O>> => {
    const known = list(text, 1)(words, originHere());
    const member: Reader<string> = (value, origin) =>
      known.find((one) => one === value) ?? wrong(value, `one of ${known.join(", ")}`, origin);
    return declare("choice", member, options, known);
  },
  /** The name of one of the repository's environments; GitHub only, and only where somebody starts the run. */
  environment: <const O extends InputOptions<string> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<string>>,
  ): Input<string, DemandedBy<O>> => declare("environment", text, options),
});

/** Reads declared inputs; names are letters, digits, hyphens and underscores. */
export const inputs: Reader<readonly (readonly [string, InputDeclaration])[]> = record(
  (value, origin, name) =>
    [word(name, origin), declarations.open(value) ?? wrong(value, 'an input made by "input"', origin)] as const,
);

/** Reads what is given for declared inputs, each by its own kind: a literal is checked, a value is taken as it is. */
export function givenInputs(
  declared: Readonly<Record<string, InputDeclaration>>,
  title: string,
): Reader<readonly CallInput[]> {
  const shape = Object.entries(declared).map(
    ([name, declaration]): readonly [string, Reader<CallInput | undefined>] => {
      const { type } = declaration;
      const kind = type === "number" || type === "boolean" ? type : "string";
      const reader: Reader<CallInput> = (value, origin) => ({
        ...{ name, origin, type: kind },
        value: given(declaration, value, origin),
      });
      return [name, declaration.required && declaration.default === undefined ? reader : optional(reader)];
    },
  );
  const read = object(title, Object.fromEntries(shape));
  return (value, origin) => Object.values(read(value, origin)).filter((binding) => binding !== undefined);
}

function given({ type, options }: InputDeclaration, value: unknown, origin: Origin): Expression {
  const expression = expressionOf(value);
  if (expression && type !== "choice") return expression;
  if (type === "choice") return { kind: "literal", value: oneOf(...(options ?? []))(value, origin) };
  const reader = { string: text, environment: text, boolean: flag, number: finite }[type];
  return { kind: "literal", value: String(reader(value, origin)) };
}

/** Makes the values of declared inputs. @param owner the trigger */
export function inputValues(
  declared: readonly (readonly [string, InputDeclaration])[],
  owner: object,
): Readonly<Record<string, InputValue>> {
  return Object.fromEntries(
    declared.map(([name, declaration]) => {
      const expression: Expression = { kind: "input", name };
      const known = declaration.type === "boolean" ? ["true", "false"] : declaration.options;
      if (known) choices.set(expression, known);
      return [name, makeValue(expression, owner) as unknown as InputValue];
    }),
  );
}

/** What an input can be, where that is a closed list. */
export function choicesOf(expression: Expression): readonly string[] | undefined {
  return choices.get(expression);
}

const finite: Reader<number> = (value, origin) =>
  typeof value === "number" && Number.isFinite(value) ? value : wrong(value, "a number", origin);

function declare<C extends Cell, D extends boolean>(
  type: InputDeclaration["type"],
  preset: Reader<Cell>,
  options: unknown,
  known?: readonly string[],
): Input<C, D> {
  const read = object("An input", {
    default: optional(preset),
    description: optional(text),
    required: withDefault(flag, false),
  })(options ?? {}, originHere());
  const node: InputDeclaration = { type, ...read, ...(known ? { options: known } : {}) };
  return declarations.seal({}, deepFreeze(node)) as unknown as Input<C, D>;
}
