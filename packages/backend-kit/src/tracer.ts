import type { Feature, FeatureUse } from "@cicl/model";
import type { Lowered, Trace } from "./backend.ts";
import type { YamlMap, YamlNode } from "./yaml/tree.ts";

/** Collects where each use of a feature went while a backend lowers one file. */
export interface Tracer {
  readonly traces: readonly Trace[];
  /** @param path keys and indices from the top of the file's tree */
  add(feature: Feature, node: string, path: Trace["path"], detail?: string): void;
}

/** @param file the path of the file that is being made */
export function tracer(file: string): Tracer {
  const traces: Trace[] = [];
  return {
    traces,
    add: (feature, node, path, detail) => void traces.push({ feature, node, file, path, detail }),
  };
}

/** Feature → node → details. */
type Standing = Map<Feature, Map<string, Set<string>>>;

/**
 * Finds what was lost: uses of features without a trace, and traces that point at nothing.
 * @returns the uses that no existing place in the lowered files answers for
 */
export function untraced(uses: readonly FeatureUse[], lowered: Lowered): readonly FeatureUse[] {
  const trees = new Map(lowered.files.map((file) => [file.path, file.tree]));
  const childOf = indexed();
  const standing: Standing = new Map();
  for (const trace of lowered.trace) {
    if (exists(trees.get(trace.file), trace.path, childOf)) note(standing, trace);
  }
  return uses.filter(({ feature, node, detail = "" }) => !standing.get(feature)?.get(node)?.has(detail));
}

function note(standing: Standing, { feature, node, detail = "" }: Trace): void {
  let nodes = standing.get(feature);
  if (!nodes) {
    nodes = new Map();
    standing.set(feature, nodes);
  }
  const details = nodes.get(node);
  if (details) details.add(detail);
  else nodes.set(node, new Set([detail]));
}

/** Looks up the entries of maps, of which large ones (all jobs of a pipeline) are asked for each of their traces. */
function indexed(): (node: YamlMap, key: string | number) => YamlNode | undefined {
  const indices = new Map<YamlMap, ReadonlyMap<string | number, YamlNode>>();
  return (node, key) => {
    if (node.entries.length <= 12) {
      // In most maps there are few keys.
      for (const entry of node.entries) if (entry.key === key) return entry.value;
      return undefined;
    }
    let index = indices.get(node);
    if (!index) {
      index = new Map(node.entries.map((entry) => [entry.key, entry.value]));
      indices.set(node, index);
    }
    return index.get(key);
  };
}

function exists(
  node: YamlNode | undefined,
  path: Trace["path"],
  childOf: (node: YamlMap, key: string | number) => YamlNode | undefined,
): boolean {
  let current = node;
  for (const part of path) {
    if (current?.kind === "map") current = childOf(current, part);
    else if (current?.kind === "sequence" && typeof part === "number") current = current.items[part];
    else return false;
  }
  return current !== undefined;
}
