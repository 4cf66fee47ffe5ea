import { expressionTokens } from "./expression-tokens.ts";

/** An expression in a text; what stands in quotes doesn't end it. */
const expression = /\$\{\{((?:'[^']*'|[^'])*?)\}\}/gs;

/** The expressions that stand in a text, without `${{ }}`. */
export function expressionsOf(text: string): readonly string[] {
  if (!text.includes("${{")) return [];
  return [...text.matchAll(expression)].map(([, source = ""]) => source.trim());
}

/** How long a text is at least, whatever its expressions give. */
export function literalLength(text: string): number {
  return text.replace(expression, "").length;
}

/**
 * The expression that GitHub makes of a text: the one that it is, or else a call of `format` with all that stand in it,
 * the quotes and braces around them doubled.
 * @returns nothing for a text without expressions
 */
export function wholeExpression(text: string): string | undefined {
  const sources = expressionsOf(text);
  const [only] = sources;
  if (only === undefined) return undefined;
  const literals = text.split(expression).filter((_, index) => index % 2 === 0);
  if (sources.length === 1 && literals.every((literal) => literal === "")) return only;
  const format = literals
    .map((literal) => literal.replace(/['{}]/g, "$&$&"))
    .reduce((all, literal, index) => `${all}{${index - 1}}${literal}`);
  return `format('${format}', ${sources.join(", ")})`;
}

/** The expression that GitHub makes of a condition: it needs no `${{ }}`, and asks for success unless it asks itself. */
export function wholeCondition(text: string): string {
  const source = wholeExpression(text) ?? text.trim();
  const tokens = expressionTokens(source);
  const asks = tokens.some((name, index) => statusFunction.test(name) && tokens[index + 1] === "(");
  return asks ? source : `success() && (${source})`;
}

const statusFunction = /^(?:success|failure|cancelled|always)$/i;
