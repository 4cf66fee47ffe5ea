import type { YamlMap, YamlNode } from "@cicl/backend-kit";
import type { Diagnostic, Origin } from "@cicl/diagnostics";
import { exceeded } from "./exceeded.ts";
import { alike } from "./names.ts";

/** Source: the runner's own parser of workflows. */
const limits = { nodes: 50_000, depth: 50 } as const;

/** The start and the end of the stream and of its one document are nodes to that parser too. */
const nodesAround = 4;

/** What GitHub's parser refuses of a file's shape, whatever stands in it. */
export function treeLimits(tree: YamlMap): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let nodes = nodesAround;
  /** @param depth maps and lists from the top to this node, if it is one */
  const visit = (node: YamlNode, origin: Origin | undefined, path: string, depth: number): void => {
    const place = node.origin ?? origin;
    if (node.kind === "scalar") {
      nodes += 1;
      return;
    }
    // Its beginning and its end.
    nodes += 2;
    if (depth === limits.depth + 1) found.push(exceeded(`What stands at ${path} is nested deeper`, depth - 1, place));
    if (node.kind === "sequence") {
      for (const item of node.items) visit(item, place, path, depth + 1);
      return;
    }
    nodes += node.entries.length;
    const keys = node.entries.map(({ key }) => key);
    found.push(...alike(keys, path === "" ? "the top of the file" : path, place));
    for (const { key, value } of node.entries) {
      if (value.kind === "scalar") nodes += 1;
      else visit(value, place, path === "" ? key : `${path}.${key}`, depth + 1);
    }
  };
  visit(tree, undefined, "", 1);
  if (nodes > limits.nodes) found.push(exceeded(`The file has ${nodes} nodes of YAML`, limits.nodes, tree.origin));
  return found;
}
