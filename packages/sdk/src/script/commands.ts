import { checkCommand, checkTest, openers } from "./dangers.ts";
import { announce, bodies } from "./here-document.ts";
import { ahead, leaveOpen, passRefusing, peek, type Scanner, scan } from "./scanner.ts";
import type { Lexed } from "./spot.ts";
import { arithmetic, refuseWord, substitution, type Word, word } from "./word.ts";

/** What a closing parenthesis, or the end of a case's branch, belongs to. */
type Frame = "subshell" | "pattern" | "branch";

/** A list of commands on its way: the words of the current one, and what is open around it. */
interface Progress {
  words: Word[];
  readonly frames: Frame[];
}

/**
 * Finds out what the shell makes of each interpolation.
 * @param text the script, with `hole` for each interpolation
 * @param bash whether it is bash; everything else is read as POSIX sh, carefully where shells differ
 */
export function lexShell(text: string, bash: boolean): Lexed {
  const scanner = scan(text, bash);
  commands(scanner, undefined);
  const { spots, unclosed, pipes } = scanner;
  return { spots, pipes, ...(unclosed === undefined ? {} : { unclosed }) };
}

/**
 * Reads a list of commands.
 * @param closing names what the closing parenthesis belongs to; `undefined`: the list goes to the end
 */
export function commands(scanner: Scanner, closing: string | undefined): void {
  const progress: Progress = { words: [], frames: [] };
  const { frames } = progress;
  const finish = (): void => {
    if (frames.at(-1) !== "pattern") checkCommand(scanner, progress.words);
    progress.words = [];
  };
  while (scanner.position < scanner.end) {
    const next = peek(scanner);
    if (ahead(scanner, "\\\n")) scanner.position += 2;
    else if (next === " " || next === "\t") scanner.position++;
    else if (next === "#") comment(scanner);
    else if (next === "\n") {
      finish();
      scanner.position++;
      bodies(scanner);
    } else if (next === ";" || next === "|" || (next === "&" && !(scanner.bash && peek(scanner, 1) === ">"))) {
      finish();
      separator(scanner, frames);
    } else if (next === "(") open(scanner, progress, finish);
    else if (next === ")") {
      finish();
      scanner.position++;
      const frame = frames.at(-1);
      if (frame === "pattern") frames[frames.length - 1] = "branch";
      else if (frame === "subshell") frames.pop();
      else if (closing !== undefined) return;
    } else if (next === "<" || next === ">" || next === "&") redirection(scanner, progress);
    else argument(scanner, progress);
  }
  finish();
  if (closing !== undefined) leaveOpen(scanner, closing);
  else if (scanner.pending.length > 0) leaveOpen(scanner, `the here-document "${scanner.pending[0]?.delimiter}"`);
  else if (frames.length > 0) leaveOpen(scanner, frames.at(-1) === "subshell" ? "a parenthesis" : "a case");
}

function comment(scanner: Scanner): void {
  while (peek(scanner) !== "\n" && peek(scanner) !== "") passRefusing(scanner, "comment");
}

function separator(scanner: Scanner, frames: Frame[]): void {
  const operator = [";;&", ";;", ";&", "&&", "||", "|&", ";", "&", "|"].find((one) => ahead(scanner, one)) ?? "";
  scanner.position += operator.length;
  const inPattern = frames.at(-1) === "pattern";
  if ((operator === "|" || operator === "|&") && !inPattern) scanner.pipes = true;
  if (operator.length > 1 && operator.startsWith(";") && frames.at(-1) === "branch")
    frames[frames.length - 1] = "pattern";
}

function open(scanner: Scanner, { words, frames }: Progress, finish: () => void): void {
  if (frames.at(-1) === "pattern") {
    if (words.length > 0) scanner.ambiguous = true; // An extended pattern of bash, whose parentheses aren't the case's.
    scanner.position++;
  } else if (words.length > 0) {
    finish();
    scanner.position++;
    blanks(scanner);
    // `name ()` begins a function; anything else is no valid command, and reading a list errs on the safe side.
    if (peek(scanner) === ")") scanner.position++;
    else frames.push("subshell");
  } else if (!(ahead(scanner, "((") && arithmetic(scanner))) {
    scanner.position++;
    frames.push("subshell");
  }
}

function redirection(scanner: Scanner, { words }: Progress): void {
  const descriptor = words.at(-1);
  const glued = descriptor !== undefined && scanner.text.endsWith(descriptor.raw, scanner.position);
  if (glued && /^(\d+|\{[A-Za-z_]\w*\})$/.test(descriptor.raw)) words.pop();
  if (/^[<>]$/.test(peek(scanner)) && peek(scanner, 1) === "(") {
    scanner.position++;
    substitution(scanner);
    return;
  }
  if (ahead(scanner, "<<") && !ahead(scanner, "<<<")) {
    announce(scanner);
    return;
  }
  const operator =
    ["&>>", "&>", "<<<", ">>", ">&", ">|", "<&", "<>", "<", ">"].find((one) => ahead(scanner, one)) ?? "&";
  scanner.position += operator.length;
  blanks(scanner);
  if (/^[<>]$/.test(peek(scanner)) && peek(scanner, 1) === "(") return;
  word(scanner);
}

const assignment = /^[A-Za-z_][A-Za-z0-9_]*(?:\[[^\]$`\0]*\])?\+?=/;
/** Variables whose value a shell or the loader runs. */
const executed = /^(BASH_ENV|PROMPT_COMMAND|PS[0-4]|LD_PRELOAD|SHELLOPTS)\+?=/;

function argument(scanner: Scanner, progress: Progress): void {
  const { words, frames } = progress;
  const read = word(scanner);
  if (assignment.test(read.raw) && read.raw.endsWith("=") && peek(scanner) === "(") array(scanner);
  if (executed.test(read.raw)) refuseWord(scanner, read, "code");
  if (frames.at(-1) === "pattern") {
    if (read.raw === "esac" && words.length === 0) frames.pop();
    words.push(read);
    return;
  }
  if (words.length === 0) {
    if (assignment.test(read.raw) || openers.has(read.raw)) return;
    if (keyword(scanner, progress, read)) return;
  }
  words.push(read);
}

/** Reads what follows a word with a grammar of its own. */
function keyword(scanner: Scanner, { words, frames }: Progress, { raw }: Word): boolean {
  if (raw === "case") {
    const subject = nextWord(scanner);
    if (subject && nextWord(scanner)?.raw === "in") frames.push("pattern");
    return true;
  }
  if (raw === "esac" && frames.at(-1) === "branch") {
    frames.pop();
    return false;
  }
  if (raw === "for" || raw === "select" || raw === "function") {
    blanks(scanner);
    if (ahead(scanner, "((") && arithmetic(scanner)) return true;
    const variable = nextWord(scanner);
    if (variable) refuseWord(scanner, variable, "variable-name");
    if (raw === "function" || !variable) return true;
    const next = nextWord(scanner);
    if (next && next.raw !== "do") words.push(next);
    return true;
  }
  if (raw === "time") {
    blanks(scanner);
    return peek(scanner) !== "-";
  }
  if (raw === "coproc") {
    scanner.ambiguous = true; // Its name may stand before the command, or not.
    return true;
  }
  if (raw === "[[" && scanner.bash) {
    test(scanner);
    return true;
  }
  return false;
}

function blanks(scanner: Scanner): void {
  for (;;) {
    if (ahead(scanner, "\\\n")) scanner.position += 2;
    else if (/^[ \t]$/.test(peek(scanner))) scanner.position++;
    else return;
  }
}

/** The next word, over blanks and line ends; `undefined` where an operator stands. */
function nextWord(scanner: Scanner): Word | undefined {
  for (blanks(scanner); peek(scanner) === "\n"; blanks(scanner)) {
    scanner.position++;
    bodies(scanner);
  }
  if (peek(scanner) === "#") {
    comment(scanner);
    return nextWord(scanner);
  }
  return /^[;&|<>()]?$/.test(peek(scanner)) ? undefined : word(scanner);
}

/** Reads `[[ … ]]`, in which operators and line ends separate words and nothing else. */
function test(scanner: Scanner): void {
  const words: Word[] = [];
  while (scanner.position < scanner.end) {
    if (ahead(scanner, "\\\n")) scanner.position += 2;
    else if (/[\s;&|<>()]/.test(peek(scanner))) scanner.position++;
    else if (peek(scanner) === "#") comment(scanner);
    else {
      const read = word(scanner);
      if (read.raw === "]]") {
        checkTest(scanner, words);
        return;
      }
      words.push(read);
    }
  }
  leaveOpen(scanner, "a double bracket");
}

/** Reads the elements of an array, standing before the parenthesis. */
function array(scanner: Scanner): void {
  scanner.position++;
  while (peek(scanner) !== ")") {
    if (peek(scanner) === "") {
      leaveOpen(scanner, "an array");
      return;
    }
    if (/[\s;&|<>(]/.test(peek(scanner))) scanner.position++;
    else if (peek(scanner) === "#") comment(scanner);
    else {
      const read = word(scanner);
      const subscript = /^\[[^\]]*\]/.exec(read.raw)?.[0] ?? "";
      if (read.raw.startsWith("[") && (subscript === "" || /[\0$`]/.test(subscript))) {
        refuseWord(scanner, read, "arithmetic");
      }
    }
  }
  scanner.position++;
  if (!/^[\s;&|]?$/.test(peek(scanner))) scanner.ambiguous = true; // Text behind it belongs to the same word.
}
