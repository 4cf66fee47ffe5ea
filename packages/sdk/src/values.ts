import { at, type Origin } from "@cicl/diagnostics";
import {
  type Binding,
  type ContextName,
  deepFreeze,
  type Expression,
  type ExpressionKind,
  isUntrusted,
  leaves,
} from "@cicl/model";
import { fail } from "./check/fail.ts";
import { imageReference } from "./check/image-reference.ts";
import { storedName, variableName } from "./check/names.ts";
import { type Reader, readAll, record, writable, wrong, wrongThing } from "./check/reader.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";

/** What kind of value it is; a `digest` is the output of an image that a deploy takes as its subject. */
export type ValueKind = Exclude<ExpressionKind, "template"> | "digest";

/**
 * A value that is known only when the pipeline runs. `Scope` names the environments that it belongs to (`never`: it
 * can be read anywhere), `Kind` says what it holds; of a template, both are those of its parts together.
 */
export interface Value<Scope extends string = never, Kind extends ValueKind = ValueKind>
  extends Sealed<{ value: Kind; scope: Scope }> {}

/** Any value at all. */
export type AnyValue = Value<string>;

/** What can stand where a value is wanted: a value, or something known already. */
export type Text<Scope extends string = never> = string | number | boolean | Value<Scope>;

/** Environment variables by name. */
export type Environ<Scope extends string = never> = Readonly<Record<string, Text<Scope>>>;

/** The environments that a value, or any of several, belongs to. */
export type ScopeOf<V> = V extends Value<infer S> ? S : never;
/** The kinds of a value, or of any of several. */
export type KindOf<V> = V extends Value<string, infer K> ? K : "literal";

const values = registry<AnyValue, Expression>();
const owners = new WeakMap<Expression, object>();

/** Values that hand on what whoever opens a pull request can choose. */
const handedOn = new WeakSet<Expression>();

/** Notes of a value that it hands on a stranger's. */
export function handsOn(value: AnyValue): void {
  const expression = expressionOf(value);
  if (expression) handedOn.add(expression);
}

/** Whether whoever opens a pull request can choose a value, also where an output of a job hands it on. */
export function isStrangers(expression: Expression): boolean {
  return isUntrusted(expression) || leaves(expression).some((leaf) => handedOn.has(leaf));
}

/**
 * Makes a value.
 * @param expression its node
 * @param owner the handle that it belongs to: a job, an environment, a trigger, a matrix; compared by identity later
 */
export function makeValue<Scope extends string, Kind extends ValueKind>(
  expression: Expression,
  owner?: object,
): Value<Scope, Kind> {
  deepFreeze(expression);
  if (owner) owners.set(expression, owner);
  return values.seal({}, expression) as unknown as Value<Scope, Kind>;
}

/** The node of a value; `undefined` for anything else, copies of a value included. */
export function expressionOf(value: unknown): Expression | undefined {
  return values.open(value);
}

/** The handle that an expression was made for. */
export function ownerOf(expression: Expression): object | undefined {
  return owners.get(expression);
}

/** Reads a string, number, boolean or value as an expression. */
export const textValue: Reader<Expression> = (value, origin) =>
  textOf(value, origin) ?? wrong(value, "a string, a number, true, false or a value", origin);

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** Reads what is interpolated into a template, and says which interpolation is wrong. @param index counts from 0 */
export function interpolation(value: unknown, index: number, origin: Origin): Expression {
  const subject = `The ${ordinals[index] ?? `${index + 1}th`} interpolation`;
  const wanted = "a string, a number, true, false or a value";
  return textOf(value, at(origin, String(index))) ?? wrongThing(subject, value, wanted, at(origin, String(index)));
}

function textOf(value: unknown, origin: Origin): Expression | undefined {
  if (typeof value === "string") return { kind: "literal", value: writable(value, origin) };
  if (typeof value === "boolean") return { kind: "literal", value: String(value) };
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "literal", value: String(value) };
  return expressionOf(value);
}

/** Refuses a value where something must be known when the pipeline is rendered. @param thing e.g. `The version` */
export function refuseLate(value: unknown, thing: string, origin: Origin): void {
  const expression = expressionOf(value);
  if (!expression) return;
  fail(
    "CICL2004",
    {
      what: `${thing} must be known when the pipeline is rendered, but ${describeValue(expression)} is known only when it runs.`,
      why: "Set-ups, caches and machines are chosen before any value is known.",
      fix: "Build the jobs in a loop: [20, 22].map((node) => job(`unit-${node}`, { … })), with the loop's variable in this place.",
    },
    origin,
  );
}

/** Reads the image of a container, which no value can name. */
export const containerImage: Reader<string> = (value, origin) => {
  refuseLate(value, "A container's image", origin);
  return imageReference(value, origin);
};

/** Reads environment variables. */
export const environ: Reader<readonly Binding[]> = record((value, origin, name) => ({
  name: variableName(name, origin),
  value: textValue(value, origin),
  origin,
}));

/** A secret of the repository, e.g. `secret("NPM_TOKEN")`. @param name upper-case letters, digits and underscores */
export function secret(name: string): Value<never, "secret"> {
  return makeValue({ kind: "secret", name: storedName(name, originHere()) });
}

/** A configuration variable of the repository, not secret. @param name upper-case letters, digits and underscores */
export function variable(name: string): Value<never, "variable"> {
  return makeValue({ kind: "variable", name: storedName(name, originHere()) });
}

/**
 * A value made of parts: `` template`deploy-${branch.name}` ``. The text is taken as written, escapes included.
 * @returns a value that belongs wherever one of its parts belongs
 */
export function template<const V extends readonly Text<string>[]>(
  strings: TemplateStringsArray,
  ...parts: V
): Value<ScopeOf<V[number]>, KindOf<V[number]> | "literal"> {
  const origin = originHere();
  const read = readAll(parts, (part, index) => interpolation(part, index, origin));
  const expressions = strings.raw.flatMap((piece, index): readonly Expression[] => {
    const literal: Expression = { kind: "literal", value: unescapeTemplate(piece) };
    return [literal, ...read.slice(index, index + 1)];
  });
  const all = mergeLiterals(expressions.flatMap(leaves));
  const [only] = all;
  return makeValue(only?.kind === "literal" && all.length === 1 ? only : { kind: "template", parts: all });
}

/** Undoes the two escapes that a JavaScript template needs; every other backslash stays. */
export function unescapeTemplate(raw: string): string {
  return raw.replaceAll("\\`", "`").replaceAll("\\${", "${");
}

/** Refuses a value of a kind that can't be known at this place. */
export function refuseKinds(
  expression: Expression,
  kinds: Partial<Record<ExpressionKind, string>>,
  origin: Origin,
): void {
  for (const leaf of leaves(expression)) {
    const why = kinds[leaf.kind];
    if (why === undefined) continue;
    fail(
      "CICL2018",
      {
        what: `${describeValue(leaf)} can't be read here.`,
        why,
        fix: "Use a value that is known here, such as one of the run's own facts, or move the expression into a step.",
      },
      origin,
    );
  }
}

/** Names a value in a sentence, with a capital letter. */
export function describeValue(leaf: Expression): string {
  const describe = {
    literal: () => "The text",
    context: (value) => `The fact "${value.name}"`,
    input: (value) => `The input "${value.name}"`,
    output: (value) => `The output "${value.output}" of the job "${value.job}"`,
    "step-output": (value) => `The output "${value.output}" of a step`,
    native: ({ tree }) => (tree.kind === "read" ? `The value ${tree.path.join(".")}` : "The expression"),
    result: (value) => `The result of the job "${value.job}"`,
    secret: (value) => `The secret "${value.name}"`,
    variable: (value) => `The variable "${value.name}"`,
    matrix: (value) => `The matrix value "${value.key}"`,
    template: () => "The template",
  } satisfies { readonly [K in ExpressionKind]: (value: Extract<Expression, { kind: K }>) => string };
  return (describe[leaf.kind] as (value: Expression) => string)(leaf);
}

function mergeLiterals(parts: readonly Expression[]): readonly Expression[] {
  const merged: Expression[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === "literal" && part.value === "") continue;
    if (part.kind === "literal" && last?.kind === "literal") {
      merged[merged.length - 1] = { kind: "literal", value: last.value + part.value };
    } else merged.push(part);
  }
  return merged.length === 0 ? [{ kind: "literal", value: "" }] : merged;
}

const fact = (name: ContextName): Value<never, "context"> => makeValue({ kind: "context", name });

/** The commit that is checked out; on a pull request its head. */
export const commit = Object.freeze({ sha: fact("commit.sha") });
/** The run's own branch; empty on pull requests, merge queues and tags. */
export const branch = Object.freeze({ name: fact("branch.name") });
/** The run's tag; empty elsewhere. */
export const tag = Object.freeze({ name: fact("tag.name") });
/** The full ref of the run. */
export const ref = fact("ref");
/** The name of the event, spelt as `when.event` spells it. */
export const event = fact("event");
/** Who started the run. */
export const actor = fact("actor");
export const repository = Object.freeze({ name: fact("repository.name"), owner: fact("repository.owner") });
export const run = Object.freeze({ id: fact("run.id"), number: fact("run.number"), attempt: fact("run.attempt") });
/** The pull request; empty on other events. Titles, bodies and head branches are chosen by whoever opens it. */
export const pr = Object.freeze({
  number: fact("pr.number"),
  title: fact("pr.title"),
  body: fact("pr.body"),
  headBranch: fact("pr.head-branch"),
  baseBranch: fact("pr.base-branch"),
});
