import { Lexer, Parser } from "@actions/expressions";
import type { Expr, FunctionCall, IndexAccess, Literal } from "@actions/expressions/ast";
import { github } from "@cicl/backend-github";
import type { NativeExpression } from "@cicl/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { bindingOf, jobOf, pipelineOf, scriptOf } from "../random/build.ts";

const constant = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("it's", "''", "{0}", "{{", "a'b'c", "true", "0x1f", ""),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  .map((value): NativeExpression => ({ kind: "constant", value: Object.is(value, -0) ? 0 : value }));

const member = fc.oneof(
  fc.constantFrom(
    "event",
    "issue",
    "head-commit",
    "user_login",
    "a b",
    "1st",
    "it's",
    "*",
    "0",
    "00",
    "12",
    "99999999999999999999",
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);

const read = fc
  .tuple(fc.constantFrom("github", "env", "runner"), fc.array(member, { minLength: 1, maxLength: 4 }))
  .map(([context, path]): NativeExpression => ({ kind: "read", path: [context, ...path] }));

/** Functions with a number of arguments that each takes. */
const arities = [
  ["contains", 2],
  ["startsWith", 2],
  ["format", 1],
  ["format", 4],
  ["join", 2],
  ["toJSON", 1],
  ["fromJSON", 1],
  ["case", 5],
] as const;

const { tree } = fc.letrec<{ tree: NativeExpression; call: NativeExpression }>((tie) => ({
  call: fc
    .tuple(fc.constantFrom(...arities), fc.array(tie("tree"), { minLength: 5, maxLength: 5 }))
    .map(([[name, arity], args]) => ({ kind: "call", name, args: args.slice(0, arity) })),
  tree: fc.oneof(
    { maxDepth: 2 },
    constant,
    read,
    tie("call"),
    fc
      .tuple(tie("call"), fc.array(member, { minLength: 1, maxLength: 2 }))
      .map(([of, path]): NativeExpression => ({ kind: "read", path, of })),
  ),
}));

/** What GitHub's own parser reads, as the tree that it was printed from. */
function asTree(expression: Expr): NativeExpression {
  switch (expression.constructor.name) {
    case "Literal": {
      const { literal, token } = expression as Literal;
      // The package's lexer takes back only the first of several doubled quotes; GitHub's own takes back all.
      if (token.lexeme.startsWith("'")) {
        return { kind: "constant", value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
      }
      return { kind: "constant", value: "value" in literal ? (literal.value as number | boolean) : null };
    }
    case "ContextAccess":
      return { kind: "read", path: [(expression as unknown as { name: { lexeme: string } }).name.lexeme] };
    case "IndexAccess": {
      const { expr, index } = expression as IndexAccess;
      const inner = asTree(expr);
      const name = index.constructor.name === "Star" ? "*" : nameOf(asTree(index));
      return inner.kind === "read"
        ? { ...inner, path: [...inner.path, name] }
        : { kind: "read", path: [name], of: inner };
    }
    default: {
      const { functionName, args } = expression as FunctionCall;
      return { kind: "call", name: functionName.lexeme, args: args.map(asTree) };
    }
  }
}

function nameOf(index: NativeExpression): string {
  if (index.kind !== "constant") throw new Error("An index that isn't a constant.");
  return String(index.value);
}

test("GitHub's own parser reads an expression as the tree that it was printed from", () => {
  fc.assert(
    fc.property(tree, (printed) => {
      const value = { kind: "native", target: "github", tree: printed, untrusted: false } as const;
      const step = scriptOf("true", { env: [bindingOf("V", value)] });
      const { files, diagnostics } = synthesised(github, pipelineOf({ jobs: [jobOf("one", { steps: [step] })] }));
      expect(diagnostics).toEqual([]);
      const { jobs } = parse(files[0]?.text ?? "") as {
        readonly jobs: { readonly one: { readonly steps: readonly { readonly env?: { readonly V: string } }[] } };
      };
      const { tokens } = new Lexer((jobs.one.steps.at(-1)?.env?.V ?? "").slice(3, -2)).lex();
      expect(asTree(new Parser(tokens, ["github", "env", "runner"], []).parse())).toEqual(printed);
    }),
    { numRuns: 1000 },
  );
});
