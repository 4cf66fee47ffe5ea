/** Marks an interpolation in a script's text; no script can hold this character. */
export const hole = "\u0000";

/** Why no reference to a variable is safe, or possible, at a place. */
export type Refusal =
  | "single-quotes"
  | "quoted-here-document"
  | "here-document-delimiter"
  | "arithmetic"
  | "backquotes"
  | "command"
  | "comment"
  | "parameter"
  | "after-dollar"
  | "after-backslash"
  | "variable-name"
  | "code"
  | "input"
  | "glued"
  | "ambiguous";

/** A file through which a script sets variables for later steps, or outputs; its lines are read as `name=value`. */
export type EngineFile = "environment" | "output";

/** What the shell makes of an interpolation's place; `double` also stands for unquoted here-documents. */
export type Spot =
  | {
      readonly kind: "bare" | "double" | "here-document";
      /** The engine's file that the value is written to, line ends included. */
      readonly into?: EngineFile;
    }
  | { readonly kind: "refused"; readonly why: Refusal };

/** What a lexer found out about a script. */
export interface Lexed {
  /** One for each interpolation, in order. */
  readonly spots: readonly Spot[];
  /** What was opened and never closed, in words. */
  readonly unclosed?: string;
  /** Whether a command's failure is hidden by the pipe behind it. */
  readonly pipes: boolean;
}

/** The line of a script in which a position stands, as the end of a sentence; empty where there is only one. */
export function inLine(text: string, position: number): string {
  return text.includes("\n") ? ` in line ${text.slice(0, position).split("\n").length} of the script` : "";
}
