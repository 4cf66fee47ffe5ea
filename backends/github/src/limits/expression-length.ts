/**
 * The length of the expression that GitHub makes of a text. A text that is one expression is measured as it stands; one
 * with expressions in it becomes a call of `format`, whose quotes and braces are doubled before it is measured.
 * @returns 0 for a text without expressions
 */
export function expressionLength(text: string): number {
  if (!text.includes("${{")) return 0;
  const parts = text.split(/\$\{\{(.*?)\}\}/s);
  if (parts.length === 3 && parts[0] === "" && parts[2] === "") return text.length;
  const pieces = parts.filter((_, index) => index % 2 === 0);
  const values = parts.filter((_, index) => index % 2 === 1).map((value) => value.trim());
  const literal = pieces
    .map((piece) => piece.replace(/['{}]/g, "$&$&"))
    .reduce((all, piece, index) => `${all}{${index - 1}}${piece}`);
  return `format('${literal}', ${values.join(", ")})`.length;
}
