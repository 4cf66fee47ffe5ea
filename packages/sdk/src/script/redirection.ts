import { engineFile } from "./flow.ts";
import { announce } from "./here-document.ts";
import { type Progress, takeReaders } from "./progress.ts";
import { ahead, blanks, peek, type Scanner } from "./scanner.ts";
import { substitution, type Word, word } from "./word.ts";

/** Reads a redirection or a process substitution, standing before it, and notes where its text flows. */
export function redirection(scanner: Scanner, progress: Progress): void {
  const { words, flows } = progress;
  progress.awaiting = false;
  const descriptor = words.at(-1);
  const glued = descriptor !== undefined && scanner.text.endsWith(descriptor.raw, scanner.position);
  const numbered = glued && /^(\d+|\{[A-Za-z_]\w*\})$/.test(descriptor.raw);
  if (numbered) words.pop();
  const standard = !numbered || descriptor.raw === "0";
  if (isProcess(scanner)) {
    const read = processSubstitution(scanner, progress);
    if (read) words.push(read);
    return;
  }
  if (ahead(scanner, "<<") && !ahead(scanner, "<<<")) {
    flows.push({ kind: "document", document: announce(scanner), standard });
    return;
  }
  const operator =
    ["&>>", "&>", "<<<", ">>", ">&", ">|", "<&", "<>", "<", ">"].find((one) => ahead(scanner, one)) ?? "&";
  scanner.position += operator.length;
  blanks(scanner);
  const target = isProcess(scanner) ? processSubstitution(scanner, progress) : word(scanner);
  if (operator.startsWith("<") && target) flows.push({ kind: "in", from: target.from, to: target.to, standard });
  const file = operator.includes(">") && target ? engineFile(target) : undefined;
  if (file) flows.push({ kind: "out", destination: file });
}

function isProcess(scanner: Scanner): boolean {
  return /^[<>]$/.test(peek(scanner)) && peek(scanner, 1) === "(";
}

/** Reads `<(…)` as the word that it becomes; `>(…)` takes what the command writes. */
function processSubstitution(scanner: Scanner, { flows }: Progress): Word | undefined {
  const [start, from] = [scanner.position, scanner.spots.length];
  const isRead = peek(scanner) === "<";
  scanner.position++;
  substitution(scanner);
  if (!isRead && takeReaders(scanner, start)) flows.push({ kind: "out", destination: "interpreter" });
  return isRead ? { text: "<()", raw: "<()", from, to: scanner.spots.length } : undefined;
}
