/**
 * Where a value comes from: a position in the code that made it, plus the property path below that call.
 *
 * While a pipeline is loaded, `file` is the name of the bundle and the position is one in the bundle; it is mapped to
 * the source file only when it is printed (`OriginMapper`), so that a clean run never pays for a source map.
 */
export interface Origin {
  /** Path relative to the root, with `/`, or the name of a bundle. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Property path below the call, e.g. `["services", "db", "image"]`. */
  readonly path?: readonly string[];
}

/** Maps an origin in a bundle to one in a source file; returns the origin itself where it knows nothing better. */
export type OriginMapper = (origin: Origin) => Origin;

/**
 * Extends an origin by property names.
 * @param origin the place of the call
 * @param path property names below the call's argument
 * @returns the same place with the longer path; `undefined` stays `undefined`
 */
export function at(origin: Origin, ...path: readonly string[]): Origin {
  const { file, line, column } = origin;
  return { file, line, column, path: origin.path ? origin.path.concat(path) : path };
}

/** Writes an origin as `file:line:column`. */
export function formatOrigin(origin: Origin): string {
  return `${origin.file}:${origin.line}:${origin.column}`;
}
