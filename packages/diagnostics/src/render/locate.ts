import { linesOf } from "./frame.ts";
import { callTokens, type Token } from "./tokens.ts";

/** A place in a source file, 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A value of a call's argument: an object or list written there, or anything else. */
type Value = { readonly kind: "object"; readonly members: ReadonlyMap<string, Member> } | { readonly kind: "other" };

interface Member {
  /** Offset of the property's name, or of a list's element. */
  readonly offset: number;
  readonly value: Value;
}

/**
 * Finds a property by its text: follows a path through the object and list literals in a call's arguments.
 * @param source the whole file
 * @param call where the call stands
 * @param path property names and list indices below the argument
 * @returns the place of the last property on the path that is written there; the call itself when none is
 */
export function locateProperty(source: string, call: Position, path: readonly string[]): Position {
  const start = offsetOf(source, call);
  if (start === undefined || path.length === 0) return call;
  const tokens = callTokens(source, start);
  const open = tokens.findIndex((token) => token.kind !== "word" && token.text !== ".");
  if (tokens[open]?.text !== "(") return call;
  const [first = "", ...rest] = path;
  for (const { value } of readMembers(new Cursor(tokens, open + 1), ")").values()) {
    let found = value.kind === "object" ? value.members.get(first) : undefined;
    if (!found) continue;
    for (const name of rest) {
      const inner: Member | undefined = found.value.kind === "object" ? found.value.members.get(name) : undefined;
      if (!inner) break;
      found = inner;
    }
    return positionOf(source, found.offset);
  }
  return call;
}

class Cursor {
  readonly #tokens: readonly Token[];
  #index: number;

  constructor(tokens: readonly Token[], index: number) {
    this.#tokens = tokens;
    this.#index = index;
  }

  get token(): Token | undefined {
    return this.#tokens[this.#index];
  }

  next(): void {
    this.#index++;
  }

  is(text: string): boolean {
    return this.token?.kind === "punctuation" && this.token.text === text;
  }

  /** Goes on to the comma or closing bracket that ends the present member. */
  skipValue(): void {
    for (let depth = 0; this.token; this.next()) {
      if (this.token.kind !== "punctuation") continue;
      if (depth === 0 && ",)]}".includes(this.token.text)) return;
      if ("([{".includes(this.token.text)) depth++;
      if (")]}".includes(this.token.text)) depth--;
    }
  }
}

/** Reads members up to the closing bracket: a list's under their indices, an object's under their names. */
function readMembers(cursor: Cursor, close: ")" | "]" | "}"): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  let spread = false;
  for (let index = 0; cursor.token && !cursor.is(close); index++) {
    const { kind, text, offset } = cursor.token;
    if (cursor.is(".")) spread = true;
    if (close !== "}") {
      // Behind a spread nobody knows an element's index.
      if (!spread) members.set(String(index), { offset, value: readValue(cursor) });
    } else if (kind === "word" || kind === "string") {
      cursor.next();
      const named = cursor.is(":");
      if (named) cursor.next();
      members.set(text, { offset, value: named ? readValue(cursor) : { kind: "other" } });
    }
    cursor.skipValue();
    if (cursor.is(",")) cursor.next();
  }
  cursor.next();
  return members;
}

function readValue(cursor: Cursor): Value {
  const close = cursor.is("{") ? "}" : cursor.is("[") ? "]" : undefined;
  if (!close) return { kind: "other" };
  cursor.next();
  return { kind: "object", members: readMembers(cursor, close) };
}

function offsetOf(source: string, position: Position): number | undefined {
  const ends = /\r\n|\n|\r|$/g;
  for (let line = 1; line < position.line; line++) {
    const end = ends.exec(source);
    if (!end?.[0]) return undefined;
  }
  return ends.lastIndex + position.column - 1;
}

function positionOf(source: string, offset: number): Position {
  const lines = linesOf(source.slice(0, offset));
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
