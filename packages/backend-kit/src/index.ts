export * from "./backend.ts";
export {
  map,
  scalar,
  sequence,
  type YamlData,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlSequence,
  yaml,
} from "./yaml/tree.ts";
