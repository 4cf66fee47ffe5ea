/** A multi-line string as a literal block: what follows the key, and the lines without their common indentation. */
export interface LiteralBlock {
  /** `|`, `|-`, `|+`, with an indentation indicator where the first line needs one. */
  readonly header: string;
  /** The lines, without a line end behind the last. */
  readonly text: string;
}

/**
 * Control characters, line separators, byte order marks, direction overrides, non-characters and lone surrogates: what
 * YAML forbids, what its two versions read differently, and what a reviewer wouldn't see.
 */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;
const unprintables = new RegExp(unprintable, "gu");
/** What most strings are made of; asked first, since the question takes a tenth of the time. */
const printableAscii = /^[ -~]*$/;
const printableAsciiLines = /^[ -~\n\t]*$/;

/**
 * What a plain string may begin with. No number, date, time or special float of either version does, and no indicator
 * is among them; whatever isn't listed is quoted.
 */
const plainStart = /^(?:[A-Za-z_/$(]|--?[A-Za-z]|\.\.?\/|\.[A-Za-z]{2})/;
/** The letters of all alphabets; asked last, since most strings begin with none beyond ASCII. */
const letterStart = /^\p{L}/u;
/** `: ` would make a key, ` #` a comment; blanks at the end are dropped by readers. */
const plainBreak = /:(?:\s|$)|\s#|\s$/;
/** Words that one of the versions reads as null, a boolean or a number; some readers want no digits before an exponent. */
const reservedWord = /^(?:null|true|false|yes|no|on|off|y|n|\.inf|\.nan|-?e[-+]?\d+)$/i;

/** Keys and most values come again and again; long ones don't. */
const written = new Map<string, string>();
const longestRemembered = 64;
const mostRemembered = 10_000;

/**
 * Writes a string on one line.
 * @param value any string
 * @returns the string itself where YAML 1.1 and 1.2 readers both read it back, else double-quoted
 */
export function inlineText(value: string): string {
  if (value.length > longestRemembered) return plainOrQuoted(value);
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = plainOrQuoted(value);
  if (written.size === mostRemembered) written.clear();
  written.set(value, text);
  return text;
}

function plainOrQuoted(value: string): string {
  const printable = printableAscii.test(value) || !unprintable.test(value);
  const start = printable && (plainStart.test(value) || letterStart.test(value));
  return start && !plainBreak.test(value) && !reservedWord.test(value) ? value : quotedText(value);
}

/**
 * What a literal block can't carry, besides unprintable characters: a string without any text; one that begins with a tab
 * (readers differ on tabs where they look for the indentation); one that ends with a line of blanks (some drop it).
 */
const unfitForBlock = /^\s*$|^\n*\t|\n[ \t]+\n*$/;

/**
 * Writes a string as a literal block, where one can carry it.
 * @param value any string
 * @returns the block; `undefined` for a string of one line, and for one that must be quoted
 */
export function literalBlock(value: string): LiteralBlock | undefined {
  if (!value.includes("\n") || unfitForBlock.test(value)) return undefined;
  if (!printableAsciiLines.test(value) && unprintable.test(value.replace(/[\n\t]/g, " "))) return undefined;
  const indicator = /^\n* /.test(value) ? "2" : "";
  const chomping = !value.endsWith("\n") ? "-" : value.endsWith("\n\n") ? "+" : "";
  return { header: `|${indicator}${chomping}`, text: chomping === "-" ? value : value.slice(0, -1) };
}

/**
 * Writes a number.
 * @returns digits; with an exponent also a point, without which YAML 1.1 reads a string
 * @throws RangeError for a number that isn't finite
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`The number ${value} has no form in a rendered file.`);
  return String(value).replace(/^(-?\d+)e/, "$1.0e");
}

/** Writes one comment line, which nothing in `text` can end. */
export function commentText(text: string): string {
  return `# ${text.replace(unprintables, " ")}`.trimEnd();
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r" };

function escapeOf(character: string): string {
  return shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Writes a string in double quotes.
 * @param value any string
 */
export function quotedText(value: string): string {
  const escaped = /["\\]/.test(value) ? value.replace(/["\\]/g, "\\$&") : value;
  return `"${printableAscii.test(value) ? escaped : escaped.replace(unprintables, escapeOf)}"`;
}
