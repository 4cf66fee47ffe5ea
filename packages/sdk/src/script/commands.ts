import { checkCommand, checkTest, openers } from "./dangers.ts";
import { flow } from "./flow.ts";
import { bodies } from "./here-document.ts";
import { begin, enter, inside, leave, next as nextCommand, type Progress, turn } from "./progress.ts";
import { redirection } from "./redirection.ts";
import { ahead, blanks, leaveOpen, passRefusing, peek, type Scanner, scan } from "./scanner.ts";
import type { Lexed } from "./spot.ts";
import { arithmetic, refuseWord, type Word, word } from "./word.ts";

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
  const progress = begin(scanner);
  const finish = (): void => {
    if (scanner.judges && inside(progress) !== "pattern") {
      checkCommand(scanner, progress.words);
      flow(scanner, progress);
    }
    progress.words = [];
    progress.flows = [];
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
      nextCommand(scanner, progress, progress.awaiting);
    } else if (next === ";" || next === "|" || (next === "&" && !(scanner.bash && peek(scanner, 1) === ">"))) {
      finish();
      separator(scanner, progress);
    } else if (next === "(") open(scanner, progress, finish);
    else if (next === ")") {
      finish();
      scanner.position++;
      // What isn't closed here any more was no compound command, or the script is wrong.
      while (isKeyword(inside(progress))) progress.frames.pop();
      if (inside(progress) === "pattern") turn(scanner, progress, "branch");
      else if (inside(progress) === "subshell") leave(scanner, progress, "subshell");
      else if (closing !== undefined) return;
    } else if (next === "<" || next === ">" || next === "&") redirection(scanner, progress);
    else argument(scanner, progress);
  }
  finish();
  if (closing !== undefined) leaveOpen(scanner, closing);
  else if (scanner.pending.length > 0) leaveOpen(scanner, `the here-document "${scanner.pending[0]?.delimiter}"`);
  else {
    const open = progress.frames.findLast(({ kind }) => !isKeyword(kind));
    if (open) leaveOpen(scanner, open.kind === "subshell" ? "a parenthesis" : "a case");
  }
}

function isKeyword(kind: ReturnType<typeof inside>): boolean {
  return kind === "brace" || kind === "if" || kind === "loop";
}

function comment(scanner: Scanner): void {
  while (peek(scanner) !== "\n" && peek(scanner) !== "") passRefusing(scanner, "comment");
}

function separator(scanner: Scanner, progress: Progress): void {
  const operator = [";;&", ";;", ";&", "&&", "||", "|&", ";", "&", "|"].find((one) => ahead(scanner, one)) ?? "";
  scanner.position += operator.length;
  const piped = (operator === "|" || operator === "|&") && inside(progress) !== "pattern";
  if (piped) scanner.pipes = true;
  if (operator.length > 1 && operator.startsWith(";") && inside(progress) === "branch") {
    turn(scanner, progress, "pattern");
  } else nextCommand(scanner, progress, piped);
}

function open(scanner: Scanner, progress: Progress, finish: () => void): void {
  const { words } = progress;
  if (inside(progress) === "pattern") {
    if (words.length > 0) scanner.ambiguous = true; // An extended pattern of bash, whose parentheses aren't the case's.
    scanner.position++;
  } else if (words.length > 0) {
    finish();
    scanner.position++;
    blanks(scanner);
    // `name ()` begins a function; anything else is no valid command, and reading a list errs on the safe side.
    if (peek(scanner) === ")") {
      scanner.position++;
      progress.defines = words[0]?.raw;
    } else enter(scanner, progress, "subshell");
  } else if (!(ahead(scanner, "((") && arithmetic(scanner))) {
    scanner.position++;
    enter(scanner, progress, "subshell");
  }
}

const assignment = /^[A-Za-z_][A-Za-z0-9_]*(?:\[[^\]$`\0]*\])?\+?=/;
/** Variables whose value a shell or the loader runs. */
const executed = /^(BASH_ENV|PROMPT_COMMAND|PS[0-4]|LD_PRELOAD|SHELLOPTS)\+?=/;

function argument(scanner: Scanner, progress: Progress): void {
  const { words } = progress;
  progress.awaiting = false;
  const read = word(scanner);
  if (assignment.test(read.raw) && read.raw.endsWith("=") && peek(scanner) === "(") array(scanner);
  if (executed.test(read.raw)) refuseWord(scanner, read, "code");
  if (inside(progress) === "pattern") {
    if (read.raw === "esac" && words.length === 0) leave(scanner, progress, "pattern");
    words.push(read);
    return;
  }
  if (words.length === 0) {
    if (assignment.test(read.raw)) return;
    if (read.raw === "{") enter(scanner, progress, "brace");
    if (read.raw === "if") enter(scanner, progress, "if");
    if (read.raw === "while" || read.raw === "until") enter(scanner, progress, "loop");
    if (openers.has(read.raw)) return;
    if (read.raw === "}") leave(scanner, progress, "brace");
    if (read.raw === "fi") leave(scanner, progress, "if");
    if (read.raw === "done") leave(scanner, progress, "loop");
    if (keyword(scanner, progress, read)) return;
  }
  words.push(read);
}

/** Reads what follows a word with a grammar of its own. */
function keyword(scanner: Scanner, progress: Progress, { raw }: Word): boolean {
  if (raw === "case") {
    const subject = nextWord(scanner);
    if (subject && nextWord(scanner)?.raw === "in") enter(scanner, progress, "pattern");
    return true;
  }
  if (raw === "esac") leave(scanner, progress, "branch");
  if (raw === "for" || raw === "select") enter(scanner, progress, "loop");
  if (raw === "for" || raw === "select" || raw === "function") {
    blanks(scanner);
    if (ahead(scanner, "((") && arithmetic(scanner)) return true;
    const variable = nextWord(scanner);
    if (variable) refuseWord(scanner, variable, "variable-name");
    if (raw === "function") progress.defines = variable?.raw;
    if (raw === "function" || !variable) return true;
    const next = nextWord(scanner);
    if (next && next.raw !== "do") progress.words.push(next);
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
