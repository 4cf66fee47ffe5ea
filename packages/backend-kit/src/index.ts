export * from "./backend.ts";
export * from "./capabilities.ts";
export { marker, sourceOfMarker } from "./marker.ts";
export { folderOf, folderOfJob, joinPath } from "./paths.ts";
export { pinnedImage } from "./pinned-image.ts";
export { lcovFile, lcovMinimumScript } from "./scripts/coverage.ts";
export {
  buildArgVariable,
  buildImageScript,
  loginScript,
  promoteImageScript,
  pushImageScript,
  registryOf,
} from "./scripts/image.ts";
export { type Tracer, tracer, untraced } from "./tracer.ts";
export { type PrintedYaml, type PrintOptions, printYaml } from "./yaml/print.ts";
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
