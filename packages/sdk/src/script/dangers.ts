import { baseName, codeOf, operandOf } from "./interpreters.ts";
import type { Scanner } from "./scanner.ts";
import type { Refusal } from "./spot.ts";
import { refuseWord, vanishes, type Word } from "./word.ts";
import { commandOf } from "./wrappers.ts";

/** Words behind which a command begins. */
export const openers = new Set(["if", "then", "else", "elif", "do", "while", "until", "{", "!"]);

/** Commands all of whose arguments become code, here or on another machine. */
const evaluators = new Set([
  "eval",
  "let",
  "alias",
  "ssh",
  "rsh",
  "parallel",
  "watch",
  "su",
  "runuser",
  "flock",
  "script",
]);
/** Commands whose first operand is code, or a file of it. */
const firstOperand = new Set([".", "source", "trap"]);
/** Commands that take names of variables, in which bash evaluates subscripts. */
const naming = new Set(["read", "unset", "getopts", "mapfile", "readarray"]);
const declaring = new Set(["declare", "typeset", "local", "export", "readonly"]);

/** Who hears what is dangerous in a command. */
interface Listener {
  refuse(word: Word, why: Refusal): void;
  /** What follows the command can't be judged any more. */
  ambiguous(): void;
}

/** Refuses the interpolations of a command that would be run, or that name what is run. */
export function checkCommand(scanner: Scanner, words: readonly Word[]): void {
  const listener: Listener = {
    refuse: (word, why) => refuseWord(scanner, word, why),
    ambiguous: () => {
      scanner.ambiguous = true;
    },
  };
  check(listener, words);
  // Expansions without quotes may be empty, and then the words behind them move up.
  const sure = words.filter((one) => !vanishes(one));
  if (sure.length < words.length) check(listener, sure);
}

/** Says whether a command would run one of these words of its own. */
export function runsAny(words: readonly Word[], of: readonly Word[]): boolean {
  const refused = new Set<Word>();
  check({ refuse: (word) => refused.add(word), ambiguous: () => {} }, words);
  return of.some((one) => refused.has(one));
}

function check(listener: Listener, words: readonly Word[]): void {
  const [first, ...rest] = words;
  if (!first) return;
  const refuse = (word: Word | undefined, why: Refusal): void => {
    if (word) listener.refuse(word, why);
  };
  refuse(first, "command");
  const name = baseName(first.text);
  for (const word of codeOf(words)) refuse(word, "code");
  if (openers.has(name)) for (const one of rest) refuse(one, "command");
  if (name === "[[") testDangers(listener, rest);
  const command = commandOf(name, rest);
  if (command) {
    if (name === "command" && rest.some(({ text }) => /^-[vV]/.test(text))) return;
    const splits = name === "env" && rest.some(({ text }) => /^(-S|--split-string)/.test(text));
    if (splits) for (const one of rest) refuse(one, "code");
    check(listener, command);
  }
  if (evaluators.has(name)) for (const one of rest) refuse(one, "code");
  if (firstOperand.has(name)) refuse(operandOf(rest), "code");
  if (naming.has(name)) for (const one of rest) refuse(one, "variable-name");
  if (declaring.has(name)) checkDeclaration(listener, name, rest);
  if (name === "test" || name === "[" || name === "printf") {
    for (const [index, { text }] of rest.entries()) if (text === "-v") refuse(rest[index + 1], "variable-name");
  }
  if (name === "find") {
    for (const [index, { text }] of rest.entries()) {
      if (/^-(exec|execdir|ok|okdir)$/.test(text)) check(listener, rest.slice(index + 1));
    }
  }
}

/** Refuses the interpolations inside `[[ … ]]` that bash evaluates. */
export function checkTest(scanner: Scanner, words: readonly Word[]): void {
  testDangers({ refuse: (word, why) => refuseWord(scanner, word, why) }, words);
}

function testDangers({ refuse }: Pick<Listener, "refuse">, words: readonly Word[]): void {
  for (const [index, { text }] of words.entries()) {
    const [before, after] = [words[index - 1], words[index + 1]];
    if (/^-(eq|ne|lt|le|gt|ge)$/.test(text)) {
      for (const operand of [before, after]) if (operand) refuse(operand, "arithmetic");
    }
    if (/^-[vR]$/.test(text) && after) refuse(after, "variable-name");
  }
}

function checkDeclaration(listener: Listener, name: string, rest: readonly Word[]): void {
  const evaluated = name !== "export" && rest.some(({ text }) => /^[-+][A-Za-z]*[in]/.test(text));
  // An integer variable evaluates whatever is assigned to it later.
  if (evaluated) listener.ambiguous();
  for (const one of rest) {
    const named = /^[A-Za-z_][A-Za-z0-9_]*\+?=/.test(one.raw);
    if (evaluated || !named) listener.refuse(one, "variable-name");
  }
}
