import type { Code } from "./codes.ts";
import type { Origin } from "./origin.ts";

/** `error` stops the run, `warning` is printed, `note` informs. */
export type Severity = "error" | "warning" | "note";

/** One thing that a user should know, as data; it is rendered once, at the edge. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly what: string;
  /** One sentence: why it matters. */
  readonly why: string;
  /** One sentence: what to do. */
  readonly fix: string;
  /** The place in the user's code. */
  readonly origin?: Origin;
  /** A file of the repository that this is about, relative to the root (a lock, a rendered file). */
  readonly file?: string;
  /** The pipeline and target that it concerns, where one does. */
  readonly pipeline?: string;
  readonly target?: string;
  readonly related?: readonly { readonly message: string; readonly origin: Origin }[];
}

/**
 * Makes an error diagnostic.
 * @param code its code
 * @param text what is wrong, why it matters, what to do; one sentence each
 * @param place where it happened
 */
export function error(code: Code, text: Text, place: Place = {}): Diagnostic {
  return { code, severity: "error", ...text, ...place };
}

/** Makes a warning; the parameters are those of `error`. */
export function warning(code: Code, text: Text, place: Place = {}): Diagnostic {
  return { code, severity: "warning", ...text, ...place };
}

/** The three sentences of a diagnostic. */
export type Text = Pick<Diagnostic, "what" | "why" | "fix">;
/** Where a diagnostic belongs. */
export type Place = Pick<Diagnostic, "origin" | "file" | "pipeline" | "target" | "related">;

/** Thrown where user code must not go on; carries what is to be printed. */
export class CiclError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  /** @param diagnostics at least one; the first one's sentence becomes the message */
  constructor(...diagnostics: readonly [Diagnostic, ...Diagnostic[]]) {
    const [first] = diagnostics;
    super(`${first.code}: ${first.what} ${first.fix}`);
    this.name = "CiclError";
    this.diagnostics = diagnostics;
  }
}

/** Says whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
