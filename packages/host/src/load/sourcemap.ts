import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { OriginMapper } from "@cicl/diagnostics";
import type { TraceMap } from "@jridgewell/trace-mapping";
import { traceMapping } from "../lazy.ts";
import { bundleName } from "./stack.ts";

/** Where the code of a bundle comes from. */
export interface SourceMap {
  /** In base64. */
  readonly map: string;
  /** What its paths are relative to, absolute. */
  readonly folder: string;
}

/**
 * Makes the mapper from places in bundles to places in the files of the repository.
 * @param sourceMaps of each bundle; read when the first place in it is asked for
 * @param root absolute
 */
export function originMapper(sourceMaps: readonly SourceMap[], root: string): OriginMapper {
  const maps = new Map<string, TraceMap | undefined>();
  const mapOf = (index: number): TraceMap | undefined => {
    const name = bundleName(index);
    const sourceMap = sourceMaps[index];
    if (sourceMap && !maps.has(name)) {
      const { TraceMap } = traceMapping();
      maps.set(name, new TraceMap(Buffer.from(sourceMap.map, "base64").toString()));
    }
    return maps.get(name);
  };
  return (origin) => {
    const index = sourceMaps.findIndex((_, candidate) => bundleName(candidate) === origin.file);
    const map = mapOf(index);
    if (!map) return origin;
    const found = traceMapping().originalPositionFor(map, { line: origin.line, column: origin.column - 1 });
    if (found.source === null) return origin;
    const file = belowRoot(resolve(sourceMaps[index]?.folder ?? root, found.source), root);
    return { ...origin, file, line: found.line, column: found.column + 1 };
  };
}

/** Esbuild may know the root by the name that it has when links are followed. */
function belowRoot(file: string, root: string): string {
  const [direct, followed] = [relative(root, file), relative(realpathSync(root), file)];
  return (direct.startsWith("..") ? followed : direct).replaceAll(sep, "/");
}
