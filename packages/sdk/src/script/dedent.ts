/**
 * Removes blank lines around a text and the indentation that its lines share. The first line counts only where the
 * text begins with a line end, since otherwise it stands behind a backquote.
 * @param text lines with LF
 * @returns the text without a final line end
 */
export function dedent(text: string): string {
  const lines = text.split("\n").map((line) => (/^[ \t]*$/.test(line) ? "" : line));
  const open = lines[0] === "";
  const first = lines.findIndex((line) => line !== "");
  if (first < 0) return "";
  const kept = lines.slice(first, lines.findLastIndex((line) => line !== "") + 1);
  const measured = (open ? kept : kept.slice(1)).filter((line) => line !== "");
  const indents = measured.map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  const shared = indents.reduce((all, indent) => commonPrefix(all, indent), indents[0] ?? "");
  return kept
    .map((line, index) => (index === 0 && !open ? line.trimStart() : line.slice(line === "" ? 0 : shared.length)))
    .join("\n");
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
