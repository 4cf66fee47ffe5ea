import type { Origin } from "@cicl/diagnostics";
import { isUntrusted, type NativeExpression } from "@cicl/model";
import { glob } from "../check/glob.ts";
import { list, text, wrong } from "../check/reader.ts";
import { type Condition, condition, nativeCondition } from "../condition.ts";
import { originHere } from "../origin.ts";
import { expressionOf, makeValue, type ScopeOf, type Text, textValue, type Value } from "../values.ts";
import { type GitHubPath, readPath } from "./contexts.ts";

/** A value in GitHub's own language. */
export type GitHubValue<Scope extends string = never> = Value<Scope, "native">;

type Arguments = readonly Text<string>[];
type Made<A extends Arguments> = GitHubValue<ScopeOf<A[number]>>;

/**
 * Reads a member of one of GitHub's contexts; targets other than GitHub refuse it.
 * @param path e.g. `github.workflow`, `runner.temp` or `github.event.issue.number`
 */
export function read(path: GitHubPath): GitHubValue {
  const { tree, untrusted } = readPath(path, originHere());
  return made(tree, untrusted);
}

/** Reads a member of what another expression returns, e.g. of `fromJSON(…)`. */
export function member<S extends string>(of: GitHubValue<S>, ...path: readonly [string, ...string[]]): GitHubValue<S> {
  const origin = originHere();
  const inner = expressionOf(of);
  if (inner?.kind !== "native") wrong(of, "a value in GitHub's own language", origin);
  return made({ kind: "read", path: list(text, 1)(path, origin), of: inner.tree }, inner.untrusted);
}

/** `{0}`, `{1}` … in the text are replaced by the values. */
export function format<const A extends Arguments>(layout: string, ...values: A): Made<A> {
  const origin = originHere();
  const places = [
    ...text(layout, origin)
      .replaceAll(/\{\{|\}\}/g, "")
      .matchAll(/\{(\d+)\}/g),
  ].map(([, place]) => Number(place));
  const least = Math.max(0, ...places.map((place) => place + 1));
  if (values.length < least) wrong(values, `a value for each place of the text, ${least} in all`, origin);
  return call("format", [layout, ...values], origin);
}

/** Joins the elements of a list, by commas unless told otherwise. */
export function join<const A extends Arguments>(...values: A & readonly [unknown, unknown?]): Made<A> {
  return call("join", values, originHere());
}

/** A value as JSON. */
export function toJSON<V extends Text<string>>(value: V): Made<[V]> {
  return call("toJSON", [value], originHere());
}

/** What JSON stands for: a list, an object, a number … */
export function fromJSON<V extends Text<string>>(value: V): Made<[V]> {
  return call("fromJSON", [value], originHere());
}

/** The hash of the contents of all files that match; known in steps alone. */
export function hashFiles(...globs: readonly [string, ...string[]]): GitHubValue {
  const origin = originHere();
  return call("hashFiles", list(glob, 1)(globs, origin), origin);
}

/** The value behind the first condition that holds, else the last one: `choose(when.fork(), "a", "b")`. */
export function choose(...cases: readonly [Condition, Text, ...(Condition | Text)[]]): GitHubValue {
  const origin = originHere();
  if (cases.length % 2 === 0) wrong(cases, "a condition and a value by turns, and a value at the end", origin);
  const args = cases.map(
    (one, index): NativeExpression =>
      index % 2 === 0 && index < cases.length - 1
        ? { kind: "condition", condition: condition(one, origin) }
        : argument(one, origin),
  );
  return made({ kind: "call", name: "case", args }, cases.some(isUntrustedValue));
}

/** The text holds the other text, or the list has it as an element. */
export function contains(search: Text, item: Text): Condition {
  return test("contains", [search, item], originHere());
}

/** The text starts with the other text. */
export function startsWith(search: Text, prefix: Text): Condition {
  return test("startsWith", [search, prefix], originHere());
}

/** The text ends with the other text. */
export function endsWith(search: Text, suffix: Text): Condition {
  return test("endsWith", [search, suffix], originHere());
}

function test(name: string, args: readonly unknown[], origin: Origin): Condition {
  return nativeCondition({ kind: "call", name, args: args.map((arg) => argument(arg, origin)) }, origin);
}

function call<S extends string>(name: string, args: readonly unknown[], origin: Origin): GitHubValue<S> {
  return made({ kind: "call", name, args: args.map((arg) => argument(arg, origin)) }, args.some(isUntrustedValue));
}

function made<S extends string>(tree: NativeExpression, untrusted: boolean): GitHubValue<S> {
  return makeValue({ kind: "native", target: "github", tree, untrusted });
}

/** Text, numbers and truth values stay what they are; a value in GitHub's language is put in as it is. */
function argument(value: unknown, origin: Origin): NativeExpression {
  if (typeof value === "string" || typeof value === "boolean") return { kind: "constant", value };
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "constant", value };
  const expression = textValue(value, origin);
  return expression.kind === "native" ? expression.tree : { kind: "value", value: expression };
}

function isUntrustedValue(value: unknown): boolean {
  const expression = expressionOf(value);
  return expression !== undefined && isUntrusted(expression);
}
