/** A piece of a text in which Cloud Build substitutes. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  /** `$$`, which becomes `$`. */
  | { readonly kind: "escape" }
  /** `$KEY` or `${KEY}`; with `operation` what stands behind the key: `:0:8`, `//a/b`. */
  | { readonly kind: "reference"; readonly key: string; readonly operation: string; readonly text: string }
  /** `$(body…)`: a part of the event's payload, in values of a trigger's substitutions only. */
  | { readonly kind: "payload"; readonly text: string }
  /** A `$` that is none of these. */
  | { readonly kind: "stray" };

const dollars = /\$\$|\$([A-Z_][A-Z0-9_]*)|\$\{([A-Z_][A-Z0-9_]*)([^}]*)\}|\$\([a-z][^)]*\)|\$/g;

/** Splits a text at its dollars. */
export function piecesOf(text: string): readonly Piece[] {
  if (!text.includes("$")) return text === "" ? [] : [{ kind: "text", text }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(dollars)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    pieces.push(pieceOf(match));
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

function pieceOf([text, bare, braced, operation = ""]: RegExpMatchArray): Piece {
  const key = bare ?? braced;
  if (key !== undefined) return { kind: "reference", key, operation, text: text ?? "" };
  if (text === "$$") return { kind: "escape" };
  return text === "$" || text === undefined ? { kind: "stray" } : { kind: "payload", text };
}

/** The parts of a value that Google documents as cut out and replaced. */
const operations = /^(?:|:\d+|:\d+:\d+|\/\/?[^/]+\/[^/]*)$/;

/** Says whether what stands behind a key is a documented operation, or nothing. */
export function isOperation(operation: string): boolean {
  return operations.test(operation);
}

/** Keys that Cloud Build fills in by itself; those that a run doesn't have are empty. */
export const builtIns: ReadonlySet<string> = new Set([
  "PROJECT_ID",
  "PROJECT_NUMBER",
  "BUILD_ID",
  "LOCATION",
  "TRIGGER_NAME",
  "COMMIT_SHA",
  "REVISION_ID",
  "SHORT_SHA",
  "REPO_NAME",
  "REPO_FULL_NAME",
  "BRANCH_NAME",
  "TAG_NAME",
  "REF_NAME",
  "TRIGGER_BUILD_CONFIG_PATH",
  "SERVICE_ACCOUNT_EMAIL",
  "SERVICE_ACCOUNT",
  "_HEAD_BRANCH",
  "_BASE_BRANCH",
  "_HEAD_REPO_URL",
  "_PR_NUMBER",
]);
