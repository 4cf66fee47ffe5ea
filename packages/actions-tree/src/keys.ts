import type { LoweredFile, YamlNode } from "@cicl/backend-kit";
import { type Diagnostic, didYouMean, error } from "@cicl/diagnostics";

/** The keys that may stand in a map: each with the shape of its value, `"*"` for any key, `true` for any value. */
export type Shape = true | { readonly [key: string]: Shape };

/**
 * Finds keys that an engine doesn't know. Engines of this family drop such keys without a word, or refuse the file.
 * Lists are looked through: their items have the shape of the list.
 */
export function unknownKeys(
  file: LoweredFile,
  shape: Shape,
  target: { readonly id: string; readonly title: string },
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  /** Of the node that is looked at. */
  const path: string[] = [];
  const visit = (node: YamlNode, expected: Shape, origin: YamlNode["origin"]): void => {
    if (expected === true || node.kind === "scalar") return;
    const place = node.origin ?? origin;
    if (node.kind === "sequence") {
      for (const item of node.items) visit(item, expected, place);
      return;
    }
    for (const { key, value } of node.entries) {
      const inner = Object.hasOwn(expected, key) ? expected[key] : expected["*"];
      if (inner === true) continue;
      path.push(key);
      if (inner !== undefined) visit(value, inner, place);
      else diagnostics.push(unknownKey(path, Object.keys(expected), file, place, target));
      path.pop();
    }
  };
  visit(file.tree, shape, file.tree.origin);
  return diagnostics;
}

function unknownKey(
  path: readonly string[],
  known: readonly string[],
  file: LoweredFile,
  origin: YamlNode["origin"],
  target: { readonly id: string; readonly title: string },
): Diagnostic {
  return error(
    "CICL5008",
    {
      what: `${target.title} doesn't know the key ${path.join(".")}.`,
      why: "It would drop the key without a word, or refuse the whole file.",
      fix: `${didYouMean(path.at(-1) ?? "", known)}Known here: ${known.join(", ")}.`,
    },
    { file: file.path, target: target.id, ...(origin ? { origin } : {}) },
  );
}
