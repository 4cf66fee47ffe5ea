/** A piece of a program, as far as finding properties needs it. */
export interface Token {
  /** `text` is a string's contents, a word, or one character of punctuation. */
  readonly kind: "word" | "string" | "template" | "regex" | "punctuation";
  readonly text: string;
  /** Offset in the source, in UTF-16 units. */
  readonly offset: number;
}

const blank = /(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)+/y;
/** Beyond ASCII nothing but letters and digits stands outside of strings; V8 takes long to read their classes. */
const word = /[\w$\u0080-\uffff]+/y;
const string = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const regex = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
/** Behind these a slash begins a regular expression; elsewhere it divides. */
const beforeRegex = new Set("(,=:[!&|?{};+-*%<>~^");

const closers: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/**
 * Splits a program into tokens, from an offset on up to the bracket that closes the first one opened there.
 * @returns the tokens; none when that bracket isn't closed, or brackets don't match
 */
export function callTokens(source: string, from: number): readonly Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  for (let offset = skip(blank, source, from); offset < source.length; ) {
    const { token, end } = tokenAt(source, offset, tokens.at(-1));
    tokens.push(token);
    if (token.kind === "punctuation") {
      const closing = closers.get(token.text);
      if (closing) open.push(closing);
      else if (")]}".includes(token.text)) {
        if (open.pop() !== token.text) return [];
        if (open.length === 0) return tokens;
      }
    }
    offset = skip(blank, source, end);
  }
  return [];
}

function tokenAt(source: string, offset: number, before: Token | undefined): { token: Token; end: number } {
  const make = (kind: Token["kind"], end: number): { token: Token; end: number } => {
    const text = kind === "string" ? source.slice(offset + 1, end - 1) : source.slice(offset, end);
    return { token: { kind, text, offset }, end };
  };
  const character = source.charAt(offset);
  if (character === "`") return make("template", templateEnd(source, offset));
  const wordEnd = skip(word, source, offset);
  if (wordEnd > offset) return make("word", wordEnd);
  const stringEnd = skip(string, source, offset);
  if (stringEnd > offset) return make("string", stringEnd);
  if (character === "/" && (!before || (before.kind === "punctuation" && beforeRegex.has(before.text)))) {
    const regexEnd = skip(regex, source, offset);
    if (regexEnd > offset) return make("regex", regexEnd);
  }
  return make("punctuation", offset + 1);
}

/** The offset behind a template literal, or the end of the source when it isn't closed. */
function templateEnd(source: string, start: number): number {
  for (let offset = start + 1; offset < source.length; offset++) {
    const character = source.charAt(offset);
    if (character === "\\") offset++;
    else if (character === "`") return offset + 1;
    else if (character === "$" && source.charAt(offset + 1) === "{") {
      const last = callTokens(source, offset + 1).at(-1);
      if (!last) return source.length;
      offset = last.offset;
    }
  }
  return source.length;
}

function skip(pattern: RegExp, source: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(source) ? pattern.lastIndex : offset;
}
