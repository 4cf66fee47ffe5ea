const token = /'(?:[^']|'')*'|[A-Za-z_][\w-]*|[-+]?\.?\d[\w.+-]*|&&|\|\||[!=<>]=|\S/g;

/** The words and signs of an expression, as GitHub's parser reads it. @param source without `${{ }}` */
export function expressionTokens(source: string): readonly string[] {
  return source.match(token) ?? [];
}
