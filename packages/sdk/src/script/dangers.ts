import { baseName, codeOf, operandOf } from "./interpreters.ts";
import type { Scanner } from "./scanner.ts";
import type { Refusal } from "./spot.ts";
import { expansion, refuseWord, type Word } from "./word.ts";

/** Words behind which a command begins. */
export const openers = new Set(["if", "then", "else", "elif", "do", "while", "until", "{", "!"]);

/** Commands that run another one, with those of their options that take a word. */
const wrappers: Readonly<Record<string, readonly string[]>> = {
  builtin: [],
  chroot: [],
  command: [],
  doas: ["-u", "-C"],
  env: ["-u", "-C", "--unset", "--chdir"],
  exec: ["-a"],
  ionice: ["-c", "-n"],
  nice: ["-n"],
  nohup: [],
  setsid: [],
  stdbuf: ["-i", "-o", "-e"],
  sudo: ["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-D"],
  time: ["-f", "-o"],
  timeout: ["-s", "-k"],
  xargs: ["-I", "-n", "-P", "-L", "-d", "-E", "-s", "-a"],
};

/** Wrappers whose first operand isn't the command yet. */
const operands: Readonly<Record<string, number>> = { chroot: 1, timeout: 1 };

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

/** Refuses the interpolations of a command that would be run, or that name what is run. */
export function checkCommand(scanner: Scanner, words: readonly Word[]): void {
  check(scanner, words);
  // Expansions without quotes may be empty, and then the words behind them move up.
  const sure = words.filter((one) => !vanishes(one));
  if (sure.length < words.length) check(scanner, sure);
}

function check(scanner: Scanner, words: readonly Word[]): void {
  const [first, ...rest] = words;
  if (!first) return;
  const refuse = (word: Word | undefined, why: Refusal): void => {
    if (word) refuseWord(scanner, word, why);
  };
  refuse(first, "command");
  const name = baseName(first.text);
  for (const word of codeOf(words)) refuse(word, "code");
  if (openers.has(name)) for (const one of rest) refuse(one, "command");
  if (name === "[[") checkTest(scanner, rest);
  const takes = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
  if (takes) {
    if (name === "command" && rest.some(({ text }) => /^-[vV]/.test(text))) return;
    const splits = name === "env" && rest.some(({ text }) => /^(-S|--split-string)/.test(text));
    if (splits) for (const one of rest) refuse(one, "code");
    check(scanner, commandOf(rest, takes, operands[name] ?? 0));
  }
  if (evaluators.has(name)) for (const one of rest) refuse(one, "code");
  if (firstOperand.has(name)) refuse(operandOf(rest), "code");
  if (naming.has(name)) for (const one of rest) refuse(one, "variable-name");
  if (declaring.has(name)) checkDeclaration(scanner, name, rest);
  if (name === "test" || name === "[" || name === "printf") {
    for (const [index, { text }] of rest.entries()) if (text === "-v") refuse(rest[index + 1], "variable-name");
  }
  if (name === "find") {
    for (const [index, { text }] of rest.entries()) {
      if (/^-(exec|execdir|ok|okdir)$/.test(text)) check(scanner, rest.slice(index + 1));
    }
  }
}

/** Refuses the interpolations inside `[[ … ]]` that bash evaluates. */
export function checkTest(scanner: Scanner, words: readonly Word[]): void {
  for (const [index, { text }] of words.entries()) {
    const [before, after] = [words[index - 1], words[index + 1]];
    if (/^-(eq|ne|lt|le|gt|ge)$/.test(text)) {
      for (const operand of [before, after]) if (operand) refuseWord(scanner, operand, "arithmetic");
    }
    if (/^-[vR]$/.test(text) && after) refuseWord(scanner, after, "variable-name");
  }
}

function checkDeclaration(scanner: Scanner, name: string, rest: readonly Word[]): void {
  const evaluated = name !== "export" && rest.some(({ text }) => /^[-+][A-Za-z]*[in]/.test(text));
  // An integer variable evaluates whatever is assigned to it later.
  if (evaluated) scanner.ambiguous = true;
  for (const one of rest) {
    const named = /^[A-Za-z_][A-Za-z0-9_]*\+?=/.test(one.raw);
    if (evaluated || !named) refuseWord(scanner, one, "variable-name");
  }
}

/** The command that a wrapper runs: behind its options, assignments and operands. */
function commandOf(rest: readonly Word[], takes: readonly string[], skip: number): readonly Word[] {
  let left = skip;
  for (let index = 0; index < rest.length; index++) {
    const text = rest[index]?.text ?? "";
    if (takes.includes(text)) index++;
    else if (text.startsWith("-") && text !== "-") continue;
    else if (/^[^\0=]*=/.test(text))
      continue; // To env, whatever holds an equals sign is an assignment.
    else if (left-- <= 0) return rest.slice(index);
  }
  return [];
}

function vanishes({ text, raw }: Word): boolean {
  return text.replaceAll(expansion, "") === "" && !/["']/.test(raw);
}
