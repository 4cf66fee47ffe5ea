import type { Origin } from "@cicl/diagnostics";

/** A YAML document before it is text: what the printer needs and nothing else. Made by the functions below only. */
export type YamlNode = YamlScalar | YamlMap | YamlSequence;

// Each kind of node is a class, so that no plain data is taken for a node and all nodes of a kind have one shape: the
// trees of a run hold tens of thousands of them.

/** A string, number, boolean or null. */
export class YamlScalar {
  readonly kind = "scalar";
  readonly value: string | number | boolean | null;
  /** Printed behind the value, after ` # `; one line. */
  readonly comment: string | undefined;
  /** The place in `pipeline.ts` that this comes from. */
  readonly origin: Origin | undefined;

  /** @internal */
  constructor(value: YamlScalar["value"], comment: string | undefined, origin: Origin | undefined) {
    this.value = value;
    this.comment = comment;
    this.origin = origin;
  }
}

/** Entries in their order. */
export class YamlMap {
  readonly kind = "map";
  readonly entries: readonly YamlEntry[];
  /** The place in `pipeline.ts` that this comes from. */
  readonly origin: Origin | undefined;

  /** @internal */
  constructor(entries: readonly YamlEntry[], origin: Origin | undefined) {
    this.entries = entries;
    this.origin = origin;
  }
}

export interface YamlEntry {
  readonly key: string;
  readonly value: YamlNode;
  /** Lines printed above the key, each after `# `. */
  readonly comment?: readonly string[];
}

/** Items in their order. */
export class YamlSequence {
  readonly kind = "sequence";
  readonly items: readonly YamlNode[];
  /** The place in `pipeline.ts` that this comes from. */
  readonly origin: Origin | undefined;

  /** @internal */
  constructor(items: readonly YamlNode[], origin: Origin | undefined) {
    this.items = items;
    this.origin = origin;
  }
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

/** A scalar; `comment` is printed behind it. */
export function scalar(value: YamlScalar["value"], comment?: string, origin?: Origin): YamlScalar {
  return new YamlScalar(value, comment, origin);
}

/** A map with its entries in the given order. */
export function map(entries: readonly YamlEntry[], origin?: Origin): YamlMap {
  return new YamlMap(entries, origin);
}

/** A sequence. */
export function sequence(items: readonly YamlNode[], origin?: Origin): YamlSequence {
  return new YamlSequence(items, origin);
}

/**
 * Turns plain data into a tree.
 * @param data strings, numbers, booleans, null, arrays, objects, and nodes inside them
 * @param origin given to the node that is made; a node that is handed in keeps its own
 */
export function yaml(data: YamlData, origin?: Origin): YamlNode {
  if (data === undefined || data === null || typeof data !== "object") return scalar(data ?? null, undefined, origin);
  if (isNode(data)) return data;
  if (isList(data)) return sequence(data.map(plain), origin);
  const entries: YamlEntry[] = [];
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (value !== undefined) entries.push({ key, value: yaml(value) });
  }
  return map(entries, origin);
}

function plain(data: YamlData): YamlNode {
  return yaml(data);
}

function isNode(data: object): data is YamlNode {
  return data instanceof YamlScalar || data instanceof YamlMap || data instanceof YamlSequence;
}

function isList(data: object): data is readonly YamlData[] {
  return Array.isArray(data);
}
