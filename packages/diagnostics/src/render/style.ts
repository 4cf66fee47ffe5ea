import type { Severity } from "../diagnostic.ts";

/** How pieces of a message look on a terminal. */
export interface Style {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  quiet(text: string): string;
}

const severityColours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** @param color whether to write ANSI escapes at all */
export function styleOf(color: boolean): Style {
  const paint = (parameters: string, text: string): string => (color ? `\u001b[${parameters}m${text}\u001b[0m` : text);
  return {
    severity: (severity, text) => paint(`1;${severityColours[severity]}`, text),
    strong: (text) => paint("1", text),
    quiet: (text) => paint("2", text),
  };
}

/**
 * Makes text safe to print on one line: what a user's file says can neither end the line (a log would read the next
 * one as a command) nor steer the terminal.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
