import { CiclError, error, type Origin } from "@cicl/diagnostics";
import { type LineOrigins, lineOrigins, type OriginRun } from "./line-origins.ts";
import { commentText, inlineText, literalBlock, numberText, quotedText } from "./text.ts";
import type { YamlMap, YamlNode, YamlScalar, YamlSequence } from "./tree.ts";

export interface PrintOptions {
  /** Lines of the comment at the top, without `#`. */
  readonly header: readonly string[];
  /** Quotes every string that stands on one line, for readers that can't be trusted with plain ones. */
  readonly quotes?: "always" | undefined;
}

export interface PrintedYaml {
  /** LF line ends, one at the end. */
  readonly text: string;
  /** 1-based line → the origin of the innermost node on it; a node's lines below its first count as well. */
  readonly positions: LineOrigins;
}

interface Output {
  /** Each a line, or several with line ends between them. */
  readonly lines: string[];
  /** How many lines these are. */
  count: number;
  readonly runs: OriginRun[];
  /** Of the last line. */
  origin: Origin | undefined;
  readonly quotes: PrintOptions["quotes"];
}

/** A key together with its quotes must fit into this many characters, or readers don't look for its colon. */
const longestImplicitKey = 1000;

/**
 * Prints a tree in block style: two spaces of indentation, sequences indented under their key, multi-line strings as
 * literal blocks, no line ever wrapped, no anchors. YAML 1.1 and 1.2 readers read the same data.
 * @param root the document
 * @param options the comment at the top
 * @returns the text and where its lines come from
 * @throws CiclError when a map has a key twice
 * @throws RangeError when a number isn't finite
 */
export function printYaml(root: YamlMap, options: PrintOptions): PrintedYaml {
  const header = options.header.map(commentText);
  const lines = header.length === 0 ? header : [...header, ""];
  const out: Output = { lines, count: lines.length, runs: [], origin: undefined, quotes: options.quotes };
  if (root.entries.length === 0) write(out, "{}", root.origin);
  else printMap(out, root, { indent: "", lead: "", origin: root.origin });
  lines.push("");
  return { text: lines.join("\n"), positions: lineOrigins(out.runs) };
}

/** Where a collection stands. */
interface Block {
  readonly indent: string;
  /** What its first line begins with: the indentation, or the dashes of the sequences that open on that line. */
  readonly lead: string;
  /** Of the nearest node with one. */
  readonly origin: Origin | undefined;
}

/** Where a value stands. */
interface Slot {
  /** The line so far, up to the colon or dash. */
  readonly head: string;
  /** What the line begins with. */
  readonly lead: string;
  /** Indentation of the collection that holds the value. */
  readonly indent: string;
  readonly origin: Origin | undefined;
}

function printMap(out: Output, node: YamlMap, block: Block): void {
  const { indent } = block;
  refuseDuplicates(node, block.origin);
  let lead = block.lead;
  for (const { key, value, comment } of node.entries) {
    const origin = value.origin ?? block.origin;
    if (comment) for (const line of comment) write(out, marginOf(lead) + commentText(line), origin);
    const text = inlineText(key);
    const explicit = text.length > longestImplicitKey;
    if (explicit) write(out, `${lead}? ${text}`, origin);
    printValue(out, value, { head: explicit ? `${indent}:` : `${lead}${text}:`, lead, indent, origin }, false);
    lead = indent;
  }
}

function printSequence(out: Output, node: YamlSequence, block: Block): void {
  const { indent } = block;
  let lead = block.lead;
  for (const item of node.items) {
    const origin = item.origin ?? block.origin;
    printValue(out, item, { head: `${lead}-`, lead, indent, origin }, true);
    lead = indent;
  }
}

/** @param compact whether a collection begins on the line of the slot's head, as behind a dash */
function printValue(out: Output, node: YamlNode, slot: Slot, compact: boolean): void {
  if (node.kind === "scalar") printScalar(out, node, slot);
  else if (node.kind === "map" && node.entries.length === 0) write(out, `${slot.head} {}`, slot.origin);
  else if (node.kind === "sequence" && node.items.length === 0) write(out, `${slot.head} []`, slot.origin);
  else {
    const indent = `${slot.indent}  `;
    const block: Block = { indent, lead: compact ? `${slot.head} ` : indent, origin: slot.origin };
    if (!compact) write(out, slot.head, slot.origin);
    if (node.kind === "map") printMap(out, node, block);
    else printSequence(out, node, block);
  }
}

function printScalar(out: Output, { value, comment }: YamlScalar, slot: Slot): void {
  const block = typeof value === "string" ? literalBlock(value) : undefined;
  if (block) {
    // Some readers stumble over a comment behind a block's header, so it goes above.
    if (comment !== undefined) write(out, marginOf(slot.lead) + commentText(comment), slot.origin);
    write(out, `${slot.head} ${block.header}`, slot.origin);
    const indent = `${slot.indent}  `;
    const first = block.text.startsWith("\n") ? "" : indent;
    write(out, first + block.text.replace(textLine, `\n${indent}`), slot.origin);
    for (let at = block.text.indexOf("\n"); at >= 0; at = block.text.indexOf("\n", at + 1)) out.count++;
  } else {
    const behind = comment === undefined ? "" : ` ${commentText(comment)}`;
    write(out, `${slot.head} ${scalarText(value, out.quotes)}${behind}`, slot.origin);
  }
}

/** The line end in front of a line that isn't empty. */
const textLine = /\n(?!\n|$)/g;

function scalarText(value: YamlScalar["value"], quotes: PrintOptions["quotes"]): string {
  if (typeof value === "string") return quotes === "always" ? quotedText(value) : inlineText(value);
  return typeof value === "number" ? numberText(value) : String(value);
}

/** The margin of a comment above a line: where that opens a sequence, as far in as the first dash. */
function marginOf(lead: string): string {
  return lead.slice(0, lead.length - lead.trimStart().length);
}

function write(out: Output, line: string, origin: Origin | undefined): void {
  out.lines.push(line);
  out.count++;
  if (origin === out.origin) return;
  out.runs.push({ line: out.count, origin });
  out.origin = origin;
}

function refuseDuplicates({ entries }: YamlMap, origin: Origin | undefined): void {
  const key = repeatedKey(entries);
  if (key === undefined) return;
  throw new CiclError(
    error(
      "CICL9001",
      {
        what: `The key "${key}" stands twice in one map of a rendered file.`,
        why: "Readers refuse such a file, or silently keep only one of the two values.",
        fix: "Please report this with the pipeline that shows it.",
      },
      origin ? { origin } : {},
    ),
  );
}

/** In most maps there are few keys, and comparing each with those before it takes less than a set. */
function repeatedKey(entries: YamlMap["entries"]): string | undefined {
  if (entries.length > 12) {
    const keys = new Set<string>();
    return entries.find(({ key }) => keys.size === keys.add(key).size)?.key;
  }
  for (let at = 1; at < entries.length; at++) {
    for (let before = 0; before < at; before++) {
      if (entries[at]?.key === entries[before]?.key) return entries[at]?.key;
    }
  }
  return undefined;
}
