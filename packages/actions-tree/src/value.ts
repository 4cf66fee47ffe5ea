import { error } from "@cicl/diagnostics";
import {
  type Expression,
  type Leaf,
  leaves,
  type NativeExpression,
  nativeValues,
  partsOf,
  scopedName,
  walkNative,
} from "@cicl/model";
import { condition } from "./condition.ts";
import { contextOfKind, everywhere, type Place, rulesOf } from "./places.ts";
import { type Scope, type Spot, traceOwned } from "./scope.ts";
import { stepId } from "./step-id.ts";

/**
 * Prints a value where the engine takes text: literal parts as they are, the others as `${{ … }}`.
 * @param spot where the text goes; each kind of value is traced there
 */
export function text(value: Expression, place: Place, scope: Scope, spot: Spot): string {
  note(value, place, scope, spot);
  return partsOf(value)
    .map((leaf) => (leaf.kind === "literal" ? escapeText(leaf.value) : `\${{ ${operand(leaf, place, scope, spot)} }}`))
    .join("");
}

/** Prints a value as an operand of an expression. */
export function operandAt(value: Expression, place: Place, scope: Scope, spot: Spot): string {
  note(value, place, scope, spot);
  if (value.kind !== "template") return operand(value, place, scope, spot);
  const parts = partsOf(value);
  const runtime = parts.filter((part) => part.kind !== "literal");
  let index = 0;
  const format = parts.map((part) =>
    part.kind === "literal" ? part.value.replaceAll("{", "{{").replaceAll("}", "}}") : `{${index++}}`,
  );
  if (runtime.length === 0) return quote(parts.map((part) => (part.kind === "literal" ? part.value : "")).join(""));
  return `format(${[quote(format.join("")), ...runtime.map((part) => operand(part, place, scope, spot))].join(", ")})`;
}

/** A string literal of the expression language. */
export function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function operand(leaf: Leaf, place: Place, scope: Scope, spot: Spot): string {
  switch (leaf.kind) {
    case "native":
      return native(leaf.tree, place, scope, spot);
    case "step-output":
      return `steps.${stepId(leaf.step)}.outputs.${leaf.output}`;
    case "literal":
      return quote(leaf.value);
    case "context":
      return scope.dialect.context(leaf.name, scope);
    case "input":
      return `inputs.${leaf.name}`;
    case "output":
      return `needs.${leaf.job}.outputs.${leaf.output}`;
    case "result":
      return resultOf(leaf.job, scope);
    case "secret":
      return `secrets.${scopedName(leaf.name, leaf.environment)}`;
    case "variable":
      return `vars.${scopedName(leaf.name, leaf.environment)}`;
    case "matrix":
      return `matrix.${leaf.key}`;
  }
}

/** The output by which a job that may fail says that it really succeeded, since its result reads success anyway. */
export const successToken = "cicl-success";

/** How a job ended. */
function resultOf(job: string, scope: Scope): string {
  const result = `needs.${job}.result`;
  if (!scope.graph.job(job).allowFailure) return result;
  return `(${result} == 'success' && needs.${job}.outputs.${successToken} != 'true' && 'failure' || ${result})`;
}

/** `${{` in plain text would start an expression; its first character alone, as an expression, doesn't. */
function escapeText(literal: string): string {
  return literal.split("${{").join("${{ '$' }}{{");
}

/** Prints an expression of the target's own as an operand, after asking whether the place may hold it. */
export function nativeOperand(tree: NativeExpression, place: Place, scope: Scope, spot: Spot): string {
  checkNative(tree, place, scope, spot);
  for (const value of nativeValues(tree)) note(value, place, scope, spot);
  return native(tree, place, scope, spot);
}

function native(tree: NativeExpression, place: Place, scope: Scope, spot: Spot): string {
  switch (tree.kind) {
    case "read":
      return `${tree.of ? native(tree.of, place, scope, spot) : ""}${tree.path.map((name, index) => member(name, index === 0 && !tree.of)).join("")}`;
    case "constant":
      return typeof tree.value === "string" ? quote(tree.value) : String(tree.value);
    case "call":
      return `${tree.name}(${tree.args.map((arg) => native(arg, place, scope, spot)).join(", ")})`;
    case "value":
      return operandAt(tree.value, place, scope, spot);
    case "condition":
      return condition(tree.condition, place, scope, spot);
  }
}

/** `.name`, `[0]` for a place in a list, or `['a name']` where it is no identifier; the context stands first. */
function member(name: string, isContext: boolean): string {
  if (isContext) return name;
  if (/^\d+$/.test(name) && String(Number(name)) === name) return `[${name}]`;
  return name === "*" || /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${quote(name)}]`;
}

/** Traces the kinds of a value, and refuses those that the place can't read. */
function note(value: Expression, place: Place, scope: Scope, spot: Spot): void {
  if (value.kind === "template") traceOwned(scope, spot, "value.template");
  for (const leaf of leaves(value)) {
    if (leaf.kind === "literal") continue;
    if (leaf.kind === "native") {
      traceOwned(scope, spot, "value.native");
      checkNative(leaf.tree, place, scope, spot);
      continue;
    }
    const context = contextOfKind[leaf.kind];
    if (context !== undefined && !rulesOf(place).contexts.includes(context)) {
      refuse(`The ${leaf.kind} ${operand(leaf, place, scope, spot)} can't be read`, place, scope, spot);
    }
    const scoped = (leaf.kind === "secret" || leaf.kind === "variable") && leaf.environment !== undefined;
    traceOwned(
      scope,
      spot,
      scoped
        ? leaf.kind === "secret"
          ? "value.secret.environment"
          : "value.variable.environment"
        : `value.${leaf.kind}`,
    );
  }
}

/** Refuses contexts and functions that a place doesn't have; the portable values inside are asked for by `note`. */
function checkNative(tree: NativeExpression, place: Place, scope: Scope, spot: Spot): void {
  const { contexts, functions } = rulesOf(place);
  walkNative(tree, (part) => {
    if (part.kind === "read" && !part.of && !contexts.includes(part.path[0] ?? "")) {
      refuse(`The context ${part.path[0]} can't be read`, place, scope, spot);
    }
    if (part.kind === "call" && ![...everywhere, ...functions].includes(part.name)) {
      refuse(`The function ${part.name} can't be called`, place, scope, spot);
    }
  });
}

function refuse(what: string, place: Place, scope: Scope, spot: Spot): void {
  scope.report(
    error(
      "CICL2018",
      {
        what: `${what} in ${rulesOf(place).title}.`,
        why: `${scope.dialect.title} evaluates that place before it knows the value, or where it must not be shown.`,
        fix: "Read it in a step, and hand on what the condition or name needs as an output of a job.",
      },
      { origin: spot.origin, target: scope.dialect.target },
    ),
  );
}
