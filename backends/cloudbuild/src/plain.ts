import type { YamlMap, YamlNode } from "@cicl/backend-kit";

/** A tree as plain data, as a reader of the printed file sees it. */
export function plainOf(node: YamlNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence":
      return node.items.map(plainOf);
    case "map":
      return plainMap(node);
  }
}

function plainMap({ entries }: YamlMap): Readonly<Record<string, unknown>> {
  const plain: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    // Such a key would set what the object inherits from.
    if (key === "__proto__") return Object.fromEntries(entries.map((entry) => [entry.key, plainOf(entry.value)]));
    plain[key] = plainOf(value);
  }
  return plain;
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
