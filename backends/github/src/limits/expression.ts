import type { Diagnostic, Origin } from "@cicl/diagnostics";
import { exceeded } from "./exceeded.ts";
import { expressionDepth } from "./expression-depth.ts";
import { expressionsOf, wholeCondition, wholeExpression } from "./whole-expression.ts";

/** Source: the runner's own parser. */
const limits = { length: 21_000, depth: 50 } as const;

/** Where a text is a condition, which GitHub reads as an expression in any case. */
const conditions = /^(?:jobs\.[^.]+|runs)\.(?:steps\.(?:parallel\.)?)?if$/;

/**
 * What GitHub's parser refuses of the expressions in a text.
 * @param text as it stands in the file
 * @param path the keys that lead to it
 */
export function expressionLimits(text: string, path: string, origin: Origin | undefined): readonly Diagnostic[] {
  if (isModest(text)) return [];
  const condition = conditions.test(path) ? wholeCondition(text) : undefined;
  const length = (condition ?? wholeExpression(text) ?? "").length;
  if (length > limits.length) {
    return [exceeded(`The expression at ${path} has ${length} characters`, limits.length, origin)];
  }
  const depth = Math.max(0, ...(condition === undefined ? expressionsOf(text) : [condition]).map(expressionDepth));
  return depth > limits.depth
    ? [exceeded(`The expression at ${path} is nested ${depth} levels deep`, limits.depth, origin)]
    : [];
}

/**
 * Whether a text is far from both limits: a level needs a sign that opens it, and what GitHub puts around a text at most
 * doubles it and adds three levels. Almost every text is modest, and reading it as an expression takes far longer.
 */
function isModest(text: string): boolean {
  if (text.length > limits.length / 4) return false;
  return text.length < limits.depth - 4 || text.replace(notOpening, "").length < limits.depth - 4;
}

const notOpening = /[^([.!&|,]/g;
