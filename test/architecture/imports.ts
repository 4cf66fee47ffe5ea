import ts from "@typescript/typescript6";

/** Something in a source file that the rules are about. */
export interface Found {
  /** An import's specifier, or the literal of a comparison. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Lists everything that a file imports: statically, as types, by re-export, dynamically or by `require`.
 * @param path only for messages
 * @param text the file's content
 */
export function importsOf(path: string, text: string): readonly Found[] {
  return collect(path, text, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
    if (ts.isExternalModuleReference(node)) return node.expression;
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
    if (!ts.isCallExpression(node)) return undefined;
    const callee = node.expression;
    const loads = callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
    return loads ? node.arguments[0] : undefined;
  });
}

/** Lists the string literals that a file compares something with, `case` labels included. */
export function comparedLiterals(path: string, text: string): readonly Found[] {
  const equality = new Set([
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ]);
  return collect(path, text, (node) => {
    if (ts.isCaseClause(node)) return node.expression;
    if (!ts.isBinaryExpression(node) || !equality.has(node.operatorToken.kind)) return undefined;
    return ts.isStringLiteralLike(node.left) ? node.left : node.right;
  });
}

function collect(path: string, text: string, pick: (node: ts.Node) => ts.Node | undefined): readonly Found[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const picked = pick(node);
    if (picked && ts.isStringLiteralLike(picked)) {
      found.push({ text: picked.text, line: file.getLineAndCharacterOfPosition(picked.getStart(file)).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
