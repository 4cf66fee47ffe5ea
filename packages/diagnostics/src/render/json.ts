import { type Code, codes } from "../codes.ts";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { OriginMapper } from "../origin.ts";
import { fileOf, resolveAll } from "./resolve.ts";

/** A diagnostic as other programs read it. */
export interface DiagnosticJson {
  readonly code: Code;
  readonly severity: Severity;
  /** The code's title. */
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Relative to the root, with `/`. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** Property path below the call at that place. */
  readonly path?: readonly string[];
  readonly pipeline?: string;
  readonly target?: string;
  readonly related?: readonly RelatedJson[];
}

export interface RelatedJson {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: readonly string[];
}

/**
 * Turns diagnostics into plain data with places in source files, in the order in which they are printed.
 * @param mapOrigin maps bundles to sources; absent when the origins are in sources already
 */
export function toJson(diagnostics: readonly Diagnostic[], mapOrigin?: OriginMapper): readonly DiagnosticJson[] {
  return resolveAll(diagnostics, mapOrigin).map((diagnostic) => {
    const { code, severity, what, why, fix, origin, pipeline, target, related } = diagnostic;
    const file = fileOf(diagnostic);
    return {
      code,
      severity,
      title: codes[code],
      what,
      why,
      fix,
      ...(file === undefined ? {} : { file }),
      ...(origin ? { line: origin.line, column: origin.column } : {}),
      ...(origin?.path ? { path: origin.path } : {}),
      ...(pipeline === undefined ? {} : { pipeline }),
      ...(target === undefined ? {} : { target }),
      ...(related ? { related: related.map(({ message, origin: place }) => ({ message, ...place })) } : {}),
    };
  });
}
