import { oneLine, type Style } from "./style.ts";

/** The most characters of a source line that are shown. */
const width = 100;
const tab = "  ";

/** The lines of a source file, with any line ends. */
export function linesOf(source: string): readonly string[] {
  return source.split(/\r\n|\n|\r/);
}

/**
 * Shows a place: its line between its neighbours, numbered, with a caret below the column.
 * @param source the whole file
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 * @returns printed lines; none when the file has no such line
 */
export function codeFrame(source: string, line: number, column: number, style: Style): readonly string[] {
  const lines = linesOf(source);
  const current = lines[line - 1];
  if (current === undefined) return [];
  const caret = visible(current.slice(0, column - 1)).length;
  // All lines are cut alike, so that they stay aligned.
  const from = caret < width - 10 ? 0 : caret - Math.floor(width / 2);
  const gutter = String(line + 1).length;
  const frame: string[] = [];
  for (const number of [line - 1, line, line + 1]) {
    const text = lines[number - 1];
    // A blank neighbour tells nothing.
    if (text === undefined || (number !== line && text.trim() === "")) continue;
    frame.push(`${style.quiet(`${String(number).padStart(gutter)} |`)} ${cut(visible(text), from)}`.trimEnd());
    if (number === line) {
      const indent = " ".repeat(caret - from + (from > 0 ? 1 : 0));
      frame.push(`${style.quiet(`${" ".repeat(gutter)} |`)} ${indent}${style.strong("^")}`);
    }
  }
  return frame;
}

function visible(text: string): string {
  return oneLine(text.replaceAll("\t", tab));
}

function cut(text: string, from: number): string {
  const part = text.slice(from, from + width);
  const before = from > 0 && text.length > 0 ? "…" : "";
  return before + part + (text.length > from + width ? "…" : "");
}
