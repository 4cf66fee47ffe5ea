import { direct, type HereDocument, leaveOpen, passRefusing, peek, refuseFrom, type Scanner } from "./scanner.ts";
import { expandable, word } from "./word.ts";

/** Reads `<<` or `<<-` with its delimiter; the body follows after the line. */
export function announce(scanner: Scanner): HereDocument {
  const at = scanner.position;
  scanner.position += 2;
  const stripTabs = peek(scanner) === "-";
  if (stripTabs) scanner.position++;
  while (/[ \t]/.test(peek(scanner))) scanner.position++;
  const from = scanner.spots.length;
  const { text, raw } = word(scanner);
  refuseFrom(scanner, from, "here-document-delimiter");
  const quoted = /['"\\]/.test(raw);
  const document: HereDocument = { delimiter: text, quoted, stripTabs, at, destinations: [], clean: false };
  scanner.pending.push(document);
  return document;
}

/** Reads the bodies of all announced here-documents, standing behind a line end. */
export function bodies(scanner: Scanner): void {
  for (const document of scanner.pending.splice(0)) {
    const start = scanner.position;
    let line = start;
    let continued = false;
    for (;;) {
      if (line >= scanner.end) {
        leaveOpen(scanner, `the here-document "${document.delimiter}"`, document.at);
        return;
      }
      const next = scanner.text.indexOf("\n", line);
      const stop = next < 0 || next > scanner.end ? scanner.end : next;
      const written = scanner.text.slice(line, stop);
      const isLast = (document.stripTabs ? written.replace(/^\t+/, "") : written) === document.delimiter;
      // Shells differ on whether a delimiter counts behind a line that a backslash continues.
      if (isLast && continued) scanner.ambiguous = true;
      if (isLast) {
        body(scanner, line, document);
        scanner.position = Math.min(stop + 1, scanner.end);
        break;
      }
      continued = !document.quoted && /(?:^|[^\\])(?:\\\\)*\\$/.test(written);
      line = stop + 1;
    }
  }
}

function body(scanner: Scanner, stop: number, { quoted, clean, destinations }: HereDocument): void {
  const { end } = scanner;
  const from = scanner.spots.length;
  scanner.end = stop;
  if (quoted) while (scanner.position < stop) passRefusing(scanner, "quoted-here-document");
  else expandable(scanner, "here-document", "");
  scanner.end = end;
  const to = scanner.spots.length;
  if (clean) for (let index = from; index < to; index++) scanner.clean.add(index);
  for (const destination of destinations) direct(scanner, from, to, destination);
}
