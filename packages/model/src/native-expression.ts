import { type Condition, conditionValues } from "./condition.ts";
import { type Expression, type Leaf, leaves, partsOf } from "./expression.ts";

/** An expression in one target's own language, as a tree: what it reads, what it calls, and portable values inside it. */
export type NativeExpression = NativeRead | NativeConstant | NativeCall | PortableValue | PortableCondition;

/** A member of one of the target's contexts, e.g. `["github", "event", "issue", "number"]`. */
export interface NativeRead {
  readonly kind: "read";
  /** The context first, unless it is a member of another expression; `*` stands for every member of a list or object. */
  readonly path: readonly string[];
  readonly of?: NativeExpression;
}

export interface NativeConstant {
  readonly kind: "constant";
  readonly value: string | number | boolean | null;
}

export interface NativeCall {
  readonly kind: "call";
  /** As the target spells it. */
  readonly name: string;
  readonly args: readonly NativeExpression[];
}

export interface PortableValue {
  readonly kind: "value";
  readonly value: Expression;
}

export interface PortableCondition {
  readonly kind: "condition";
  readonly condition: Condition;
}

/** Calls `visit` for the expression and every expression inside it, outside first. */
export function walkNative(tree: NativeExpression, visit: (part: NativeExpression) => void): void {
  visit(tree);
  if (tree.kind === "read" && tree.of) walkNative(tree.of, visit);
  if (tree.kind === "call") for (const arg of tree.args) walkNative(arg, visit);
}

/** The portable conditions inside it, in order. */
export function nativeConditions(tree: NativeExpression): readonly Condition[] {
  const conditions: Condition[] = [];
  walkNative(tree, (part) => {
    if (part.kind === "condition") conditions.push(part.condition);
    if (part.kind === "value") conditions.push(...valueConditions(part.value));
  });
  return conditions;
}

/** The conditions inside the parts of a value that are in one target's language. */
export function valueConditions(value: Expression): readonly Condition[] {
  return partsOf(value).flatMap((part) => (part.kind === "native" ? nativeConditions(part.tree) : []));
}

/** The portable values inside it, in order. */
export function nativeValues(tree: NativeExpression): readonly Leaf[] {
  const values: Leaf[] = [];
  walkNative(tree, (part) => {
    if (part.kind === "value") values.push(...leaves(part.value));
    if (part.kind === "condition") values.push(...conditionValues(part.condition));
  });
  return values;
}
