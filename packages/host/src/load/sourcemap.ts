import type { OriginMapper } from "@cicl/diagnostics";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { bundleName } from "./stack.ts";

/**
 * Makes the mapper from places in bundles to places in the files of the repository.
 * @param sourceMaps one function for each bundle, which makes its source map; called at most once each
 */
export function originMapper(sourceMaps: readonly (() => string | undefined)[]): OriginMapper {
  const maps = new Map<string, TraceMap | undefined>();
  const mapOf = (file: string): TraceMap | undefined => {
    if (!maps.has(file)) {
      const text = sourceMaps.find((_, index) => bundleName(index) === file)?.();
      maps.set(file, text === undefined ? undefined : new TraceMap(text));
    }
    return maps.get(file);
  };
  return (origin) => {
    const map = mapOf(origin.file);
    if (!map) return origin;
    const found = originalPositionFor(map, { line: origin.line, column: origin.column - 1 });
    return found.source === null
      ? origin
      : { ...origin, file: found.source, line: found.line, column: found.column + 1 };
  };
}
