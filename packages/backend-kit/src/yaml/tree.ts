import type { Origin } from "@cicl/diagnostics";

const mark: unique symbol = Symbol("yaml node");

/** A YAML document before it is text: what the printer needs and nothing else. Made by the functions below only. */
export type YamlNode = YamlScalar | YamlMap | YamlSequence;

interface YamlBase {
  readonly [mark]: true;
  /** The place in `pipeline.ts` that this comes from. */
  readonly origin?: Origin;
}

export interface YamlScalar extends YamlBase {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** Printed behind the value, after ` # `; one line. */
  readonly comment?: string;
}

export interface YamlMap extends YamlBase {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly value: YamlNode;
  /** Lines printed above the key, each after `# `. */
  readonly comment?: readonly string[];
}

export interface YamlSequence extends YamlBase {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
}

/** Plain data that `yaml()` turns into a tree; `undefined` members are left out, nodes stay as they are. */
export type YamlData =
  | string
  | number
  | boolean
  | null
  | undefined
  | YamlNode
  | readonly YamlData[]
  | { readonly [key: string]: YamlData };

const place = (origin: Origin | undefined): { readonly origin?: Origin } => (origin === undefined ? {} : { origin });

/** A scalar; `comment` is printed behind it. */
export function scalar(value: YamlScalar["value"], comment?: string, origin?: Origin): YamlScalar {
  return { [mark]: true, kind: "scalar", value, ...(comment === undefined ? {} : { comment }), ...place(origin) };
}

/** A map with its entries in the given order. */
export function map(entries: readonly YamlEntry[], origin?: Origin): YamlMap {
  return { [mark]: true, kind: "map", entries, ...place(origin) };
}

/** A sequence. */
export function sequence(items: readonly YamlNode[], origin?: Origin): YamlSequence {
  return { [mark]: true, kind: "sequence", items, ...place(origin) };
}

/**
 * Turns plain data into a tree.
 * @param data strings, numbers, booleans, null, arrays, objects, and nodes inside them
 * @param origin given to the node that is made; a node that is handed in keeps its own
 */
export function yaml(data: YamlData, origin?: Origin): YamlNode {
  if (data === undefined || data === null || typeof data !== "object") return scalar(data ?? null, undefined, origin);
  if (isNode(data)) return data;
  if (isList(data))
    return sequence(
      data.map((item) => yaml(item)),
      origin,
    );
  const entries: YamlEntry[] = [];
  for (const [key, value] of Object.entries(data)) if (value !== undefined) entries.push({ key, value: yaml(value) });
  return map(entries, origin);
}

function isNode(data: object): data is YamlNode {
  return mark in data;
}

function isList(data: object): data is readonly YamlData[] {
  return Array.isArray(data);
}
