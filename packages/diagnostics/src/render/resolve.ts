import type { Diagnostic } from "../diagnostic.ts";
import type { Origin, OriginMapper } from "../origin.ts";

/**
 * Replaces each origin by its place in a source file and sorts the diagnostics: by file, line and code, those without
 * a place last.
 * @param mapOrigin maps bundles to sources; absent when the origins are in sources already
 */
export function resolveAll(diagnostics: readonly Diagnostic[], mapOrigin?: OriginMapper): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => resolve(diagnostic, mapOrigin)).sort(compare);
}

/** The file that a resolved diagnostic is about, if any. */
export function fileOf(diagnostic: Diagnostic): string | undefined {
  return diagnostic.origin?.file ?? diagnostic.file;
}

function resolve(diagnostic: Diagnostic, mapOrigin: OriginMapper | undefined): Diagnostic {
  if (!mapOrigin) return diagnostic;
  const source = (origin: Origin): Origin => {
    const { file, line, column } = mapOrigin(origin);
    return { ...origin, file, line, column };
  };
  return {
    ...diagnostic,
    ...(diagnostic.origin ? { origin: source(diagnostic.origin) } : {}),
    ...(diagnostic.related
      ? { related: diagnostic.related.map((place) => ({ ...place, origin: source(place.origin) })) }
      : {}),
  };
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(fileOf(a) ?? "\uffff", fileOf(b) ?? "\uffff") ||
    (a.origin?.line ?? 0) - (b.origin?.line ?? 0) ||
    compareText(a.code, b.code) ||
    (a.origin?.column ?? 0) - (b.origin?.column ?? 0) ||
    compareText(a.origin?.path?.join(".") ?? "", b.origin?.path?.join(".") ?? "") ||
    compareText(a.pipeline ?? "", b.pipeline ?? "") ||
    compareText(a.target ?? "", b.target ?? "") ||
    compareText(a.what, b.what)
  );
}

/** By code units, so that the order is the same in every locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
