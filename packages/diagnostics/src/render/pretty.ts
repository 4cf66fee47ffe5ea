import { codes } from "../codes.ts";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { formatOrigin, type Origin, type OriginMapper } from "../origin.ts";
import { codeFrame } from "./frame.ts";
import { locateProperty } from "./locate.ts";
import { resolveAll } from "./resolve.ts";
import { oneLine, type Style, styleOf } from "./style.ts";

export interface PrettyOptions {
  /** @returns the text of a file of the repository, `undefined` when it can't be read: then no code is shown */
  readonly readSource: (file: string) => string | undefined;
  /** Maps bundles to sources; absent when the origins are in sources already. */
  readonly mapOrigin?: OriginMapper;
  /** Whether to write ANSI escapes. */
  readonly color: boolean;
}

/**
 * Renders diagnostics for people: each with its sentences, its place and the code there, and a summary at the end.
 * @returns text that ends with a line feed; an empty string without diagnostics
 */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  if (diagnostics.length === 0) return "";
  const style = styleOf(options.color);
  const blocks = resolveAll(diagnostics, options.mapOrigin).map((diagnostic) =>
    renderOne(diagnostic, options, style).join("\n"),
  );
  return `${[...blocks, style.strong(summary(diagnostics))].join("\n\n")}\n`;
}

/** Counts by severity, e.g. `2 errors, 1 warning`. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const severities: readonly Severity[] = ["error", "warning", "note"];
  return severities
    .map((severity) => ({ severity, count: diagnostics.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}

function renderOne(diagnostic: Diagnostic, options: PrettyOptions, style: Style): readonly string[] {
  const { code, severity, what, why, fix, origin, file, related } = diagnostic;
  return [
    `${style.severity(severity, `${severity} ${code}`)}${style.strong(`: ${codes[code]}`)}`,
    `  ${oneLine(what)}`,
    `  ${oneLine(why)}`,
    `  ${style.strong("Fix:")} ${oneLine(fix)}`,
    ...(origin ? renderPlace(origin, options, style) : []),
    ...(file === undefined ? [] : [`  ${style.quiet(origin ? "in" : "-->")} ${oneLine(file)}`]),
    ...renderScope(diagnostic, style),
    ...(related ?? []).flatMap((place) => [
      `  ${style.strong("Related:")} ${oneLine(place.message)}`,
      `  ${arrow(place.origin, style)}`,
    ]),
  ];
}

function renderPlace(origin: Origin, options: PrettyOptions, style: Style): readonly string[] {
  const source = options.readSource(origin.file);
  if (source === undefined) return [`  ${arrow(origin, style)}`];
  const { line, column } = locateProperty(source, origin, origin.path ?? []);
  const frame = codeFrame(source, line, column, style);
  return [`  ${arrow({ ...origin, line, column }, style)}`, ...frame.map((text) => `    ${text}`)];
}

function arrow(origin: Origin, style: Style): string {
  const path = origin.path && origin.path.length > 0 ? ` at ${origin.path.join(".")}` : "";
  return `${style.quiet("-->")} ${oneLine(formatOrigin(origin) + path)}`;
}

function renderScope({ pipeline, target }: Diagnostic, style: Style): readonly string[] {
  const parts = [
    ...(pipeline === undefined ? [] : [`pipeline ${oneLine(pipeline)}`]),
    ...(target === undefined ? [] : [`target ${oneLine(target)}`]),
  ];
  return parts.length === 0 ? [] : [`  ${style.quiet("in")} ${parts.join(", ")}`];
}
