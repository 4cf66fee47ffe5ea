import { commands } from "./commands.ts";
import { ahead, leaveOpen, passHole, passRefusing, peek, refuseFrom, type Scanner } from "./scanner.ts";
import { hole, type Refusal, type Spot } from "./spot.ts";

/** A word of a command. */
export interface Word {
  /** The text that the shell sees after removing quotes; `hole` for interpolations, `expansion` for `$…`. */
  readonly text: string;
  /** The text as written. */
  readonly raw: string;
  /** The interpolations inside, from and to (exclusive). */
  readonly from: number;
  readonly to: number;
}

/** Stands for an expansion, whose text isn't known. */
export const expansion = "\u0001";

const name = /^[A-Za-z_][A-Za-z0-9_]*/;
const ends = new Set([" ", "\t", "\n", ";", "&", "|", "<", ">", "(", ")", ""]);

/** Reads a word; stands behind it afterwards. */
export function word(scanner: Scanner): Word {
  const start = scanner.position;
  const from = scanner.spots.length;
  let text = "";
  for (let next = peek(scanner); !ends.has(next); next = peek(scanner)) {
    if (next === hole) {
      text += hole;
      passHole(scanner, { kind: "bare" });
    } else if (next === "\\") text += escaped(scanner);
    else if (next === "'") text += singleQuotes(scanner);
    else if (next === '"') text += doubleQuotes(scanner);
    else if (next === "`") text += backquotes(scanner);
    else if (next === "$") text += dollar(scanner, "bare");
    else {
      text += next;
      scanner.position++;
    }
  }
  return { text, raw: scanner.text.slice(start, scanner.position), from, to: scanner.spots.length };
}

/** Passes a backslash and what it escapes. */
function escaped(scanner: Scanner): string {
  scanner.position++;
  const next = peek(scanner);
  if (next !== "") passRefusing(scanner, "after-backslash");
  return next === "\n" ? "" : next;
}

function singleQuotes(scanner: Scanner, escapes = false): string {
  const start = ++scanner.position;
  while (peek(scanner) !== "'") {
    if (peek(scanner) === "") {
      leaveOpen(scanner, "a single quote", start);
      return "";
    }
    if (escapes && peek(scanner) === "\\") scanner.position++;
    passRefusing(scanner, "single-quotes");
  }
  return scanner.text.slice(start, scanner.position++);
}

function doubleQuotes(scanner: Scanner): string {
  const start = scanner.position++;
  const text = expandable(scanner, "double", '"');
  if (peek(scanner) === "") leaveOpen(scanner, "a double quote", start);
  else scanner.position++;
  return text;
}

/** Reads text in which expansions are active and blanks are not, up to a closing character or the end. */
export function expandable(scanner: Scanner, kind: "double" | "here-document", close: string): string {
  let text = "";
  for (let next = peek(scanner); next !== close && next !== ""; next = peek(scanner)) {
    if (next === hole) {
      text += hole;
      passHole(scanner, { kind });
    } else if (next === "\\") text += escaped(scanner);
    else if (next === "`") text += backquotes(scanner);
    else if (next === "$") text += dollar(scanner, kind);
    else {
      text += next;
      scanner.position++;
    }
  }
  return text;
}

function backquotes(scanner: Scanner): string {
  const start = scanner.position++;
  while (peek(scanner) !== "`") {
    if (peek(scanner) === "") {
      leaveOpen(scanner, "a backquote", start);
      return expansion;
    }
    if (peek(scanner) === "\\") scanner.position++;
    passRefusing(scanner, "backquotes");
  }
  scanner.position++;
  return expansion;
}

type Quoting = "bare" | "double" | "here-document";

/** Reads what begins with a dollar sign. */
function dollar(scanner: Scanner, quoting: Quoting): string {
  scanner.position++;
  if (peek(scanner) === hole) {
    passHole(scanner, { kind: "refused", why: "after-dollar" });
    return hole;
  }
  if (ahead(scanner, "((") && arithmetic(scanner)) return expansion;
  if (peek(scanner) === "(") return substitution(scanner);
  if (peek(scanner) === "{") return parameter(scanner, quoting);
  if (peek(scanner) === "[") scanner.ambiguous = true; // Old arithmetic in bash, text elsewhere.
  // Bash translates the string, and the dollar sign is gone; other shells keep it.
  if (peek(scanner) === '"' && quoting === "bare") return expansion;
  if (peek(scanner) === "'" && quoting === "bare") return ansiQuotes(scanner);
  const found = name.exec(scanner.text.slice(scanner.position, scanner.end))?.[0];
  if (found !== undefined) {
    scanner.position += found.length;
    return expansion;
  }
  if (/[0-9@*#?$!-]/.test(peek(scanner))) {
    scanner.position++;
    return expansion;
  }
  return "$";
}

/** Reads `$'…'`: bash knows escapes in it, other shells take it for a dollar sign and single quotes. */
function ansiQuotes(scanner: Scanner): string {
  const start = scanner.position;
  const text = singleQuotes(scanner, scanner.bash);
  if (!scanner.bash && scanner.text.slice(start, scanner.position).includes("\\'")) scanner.ambiguous = true;
  return text;
}

/** Reads `$(…)` or the same behind `<` and `>`, standing before the parenthesis. */
export function substitution(scanner: Scanner): string {
  const start = scanner.position++;
  const outer = scanner.pending;
  scanner.pending = [];
  commands(scanner, "a command substitution");
  // Shells differ on which line end starts the body of a here-document that was announced outside, or not begun inside.
  const inside = scanner.text.slice(start, scanner.position);
  if (scanner.pending.length > 0 || (outer.length > 0 && inside.includes("\n"))) scanner.ambiguous = true;
  scanner.pending = outer;
  return expansion;
}

/** Reads arithmetic, standing before `((`. @returns `false`, having read nothing, when it isn't arithmetic after all */
export function arithmetic(scanner: Scanner): boolean {
  const { position, unclosed, ambiguous } = scanner;
  const from = scanner.spots.length;
  scanner.position += 2;
  for (let depth = 0; ; ) {
    const next = peek(scanner);
    if (next === "" || (next === ")" && depth === 0)) break;
    if (next === "(") depth++;
    if (next === ")") depth--;
    if (next === "$") dollar(scanner, "double");
    else if (next === "`") backquotes(scanner);
    else passRefusing(scanner, "arithmetic");
  }
  if (ahead(scanner, "))")) {
    scanner.position += 2;
    refuseFrom(scanner, from, "arithmetic");
    return true;
  }
  scanner.spots.length = from;
  Object.assign(scanner, { position, unclosed, ambiguous });
  return false;
}

/** Reads `${…}`, standing before the brace. */
function parameter(scanner: Scanner, quoting: Quoting): string {
  scanner.position++;
  const head = /^(?:[#!](?=[A-Za-z0-9_@*]))?(?:[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-])/;
  const found = head.exec(scanner.text.slice(scanner.position, scanner.end))?.[0] ?? "";
  scanner.position += found.length;
  const operator = /^(?::?[-=?+]|##?|%%?|)/.exec(scanner.text.slice(scanner.position, scanner.end))?.[0] ?? "";
  scanner.position += operator.length;
  const known = found !== "" && operator !== "";
  const pattern = operator.startsWith("#") || operator.startsWith("%");
  const refused: Spot = { kind: "refused", why: "parameter" };
  const spot: Spot = !known
    ? refused
    : !pattern
      ? { kind: quoting }
      : quoting === "here-document"
        ? refused
        : { kind: "bare" };
  while (peek(scanner) !== "}") {
    const next = peek(scanner);
    if (next === "") {
      leaveOpen(scanner, "a brace of an expansion");
      break;
    }
    const from = scanner.spots.length;
    if (next === hole) passHole(scanner, spot);
    else if (next === "\\") escaped(scanner);
    else if (next === "`") backquotes(scanner);
    else if (next === "$") dollar(scanner, quoting);
    else if (next === '"' && quoting !== "here-document") doubleQuotes(scanner);
    else if (next === "'" && quoting === "bare") singleQuotes(scanner);
    else {
      if (next === "'" || next === '"') scanner.ambiguous = true; // Text in one shell, a quote in another.
      scanner.position++;
    }
    // A subscript, an offset and a replacement evaluate what expands inside them.
    if (!known) refuseFrom(scanner, from, "parameter");
  }
  scanner.position++;
  return expansion;
}

/** Says whether a word is nothing but expansions without quotes, so that there may be no word at all. */
export function vanishes({ text, raw }: Word): boolean {
  return text.replaceAll(expansion, "") === "" && !/["']/.test(raw);
}

/** Refuses every interpolation of a word. */
export function refuseWord(scanner: Scanner, { from, to }: Word, why: Refusal): void {
  refuseFrom(scanner, from, why, to);
}
