import { realpathSync } from "node:fs";
import type { SourceMap as Reader } from "node:module";
import { relative, resolve, sep } from "node:path";
import type { OriginMapper } from "@cicl/diagnostics";
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
  const readers = new Map<number, Reader>();
  const readerOf = (index: number): Reader | undefined => {
    const sourceMap = sourceMaps[index];
    if (!sourceMap) return undefined;
    const { SourceMap } = getBuiltinModule("node:module");
    const reader = readers.get(index) ?? new SourceMap(JSON.parse(Buffer.from(sourceMap.map, "base64").toString()));
    readers.set(index, reader);
    return reader;
  };
  return (origin) => {
    const index = sourceMaps.findIndex((_, candidate) => bundleName(candidate) === origin.file);
    const found = readerOf(index)?.findEntry(origin.line - 1, origin.column - 1);
    // The nearest entry before a place may belong to another line.
    if (!found || !("originalSource" in found) || found.generatedLine !== origin.line - 1) return origin;
    const file = belowRoot(resolve(sourceMaps[index]?.folder ?? root, decoded(found.originalSource)), root);
    return { ...origin, file, line: found.originalLine + 1, column: found.originalColumn + 1 };
  };
}

/** While user code runs, the global `process` is watched. */
const { getBuiltinModule } = process;

/** Sources are named as addresses are. */
function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

/** Esbuild may know the root by the name that it has when links are followed. */
function belowRoot(file: string, root: string): string {
  const [direct, followed] = [relative(root, file), relative(realpathSync(root), file)];
  return (direct.startsWith("..") ? followed : direct).replaceAll(sep, "/");
}
