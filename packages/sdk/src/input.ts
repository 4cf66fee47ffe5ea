import type { Expression, InputDeclaration } from "@cicl/model";
import { deepFreeze } from "@cicl/model";
import { word } from "./check/names.ts";
import { flag, list, object, optional, type Reader, record, text, withDefault, wrong } from "./check/reader.ts";
import type { Exact } from "./exact.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { makeValue } from "./values.ts";

type Cell = string | number | boolean;

/** The declaration of an input, whose value is one of `C`. */
export interface Input<out C extends Cell = Cell> extends Sealed<{ input: C }> {}

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
  readonly [K in keyof I]: I[K] extends Input<infer C> ? InputValue<C> : never;
};

const declarations = registry<Input, InputDeclaration>();
const choices = new WeakMap<Expression, readonly string[]>();

/** Declares inputs of `on.manual` and `on.call`. */
export const input = Object.freeze({
  string: <const O extends InputOptions<string> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<string>>,
  ): Input<string> => declare("string", text, options),
  boolean: <const O extends InputOptions<boolean> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<boolean>>,
  ): Input<boolean> => declare("boolean", flag, options),
  number: <const O extends InputOptions<number> = Record<never, never>>(
    options?: O & Exact<O, InputOptions<number>>,
  ): Input<number> => declare("number", finite, options),
  /** @param words what can be chosen, at least one */
  choice: <const C extends string, const O extends InputOptions<NoInfer<C>> = Record<never, never>>(
    words: readonly [C, ...C[]],
    options?: O & Exact<O, InputOptions<NoInfer<C>>>,
  ): Input<C> => {
    const known = list(text, 1)(words, originHere());
    const member: Reader<string> = (value, origin) =>
      known.find((one) => one === value) ?? wrong(value, `one of ${known.join(", ")}`, origin);
    return declare("choice", member, options, known);
  },
});

/** Reads declared inputs; names are letters, digits, hyphens and underscores. */
export const inputs: Reader<readonly (readonly [string, InputDeclaration])[]> = record(
  (value, origin, name) =>
    [word(name, origin), declarations.open(value) ?? wrong(value, 'an input made by "input"', origin)] as const,
);

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

function declare<C extends Cell>(
  type: InputDeclaration["type"],
  preset: Reader<Cell>,
  options: unknown,
  known?: readonly string[],
): Input<C> {
  const read = object("An input", {
    default: optional(preset),
    description: optional(text),
    required: withDefault(flag, false),
  })(options ?? {}, originHere());
  const node: InputDeclaration = { type, ...read, ...(known ? { options: known } : {}) };
  return declarations.seal({}, deepFreeze(node)) as unknown as Input<C>;
}
