import type { YamlNode } from "@cicl/backend-kit";

/** A tree as plain data, as a reader of the printed file sees it. */
export function plainOf(node: YamlNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence":
      return node.items.map(plainOf);
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
  }
}

/** The origin of the innermost node on a path that has one. */
export function originAt(node: YamlNode, path: readonly (string | number)[]): YamlNode["origin"] {
  const [head, ...rest] = path;
  const child =
    node.kind === "map"
      ? node.entries.find((entry) => entry.key === head)?.value
      : node.kind === "sequence" && typeof head === "number"
        ? node.items[head]
        : undefined;
  return (child && originAt(child, rest)) ?? node.origin;
}
