import { hole } from "./spot.ts";
import { expansion, type Word } from "./word.ts";

interface Interpreter {
  readonly name: RegExp;
  /** The options behind which code stands. */
  readonly option: RegExp;
}

/** Programs that run a file, or the code behind an option. They are looked for among all words, behind wrappers too. */
const interpreters: readonly Interpreter[] = [
  { name: /^(ba|da|z|k|a|mk)?sh$/, option: /^[-+][A-Za-z]*c[A-Za-z]*$/ },
  { name: /^python[0-9.]*$/, option: /^-[A-Za-z]*c/ },
  { name: /^(node|deno|bun)$/, option: /^(-[A-Za-z]*[ep]$|--eval|--print|eval$)/ },
  { name: /^(perl|ruby)[0-9.]*$/, option: /^-[A-Za-z0-9]*[eE]/ },
  { name: /^php[0-9.]*$/, option: /^-r/ },
  { name: /^(pwsh|powershell)(\.exe)?$/i, option: /^-(c|command|encodedcommand)$/i },
  { name: /^cmd(\.exe)?$/i, option: /^\/[ck]$/i },
];

interface Language extends Interpreter {
  /** The options behind which a file of code stands. */
  readonly file: RegExp;
  /** Options that take a word. */
  readonly takes: readonly string[];
}

/** Programs whose first operand is code in a language that can run commands, unless options bring the code. */
const languages: readonly Language[] = [
  { name: /^[gmn]?awk$/, option: /^(-e|--source)/, file: /^(-f|--file)/, takes: ["-v", "-F", "--assign"] },
  { name: /^g?sed$/, option: /^(-[A-Za-z]*e$|--expression)/, file: /^(-[A-Za-z]*f$|--file)/, takes: ["-l"] },
];

/** The words of a command that some interpreter takes for code. */
export function codeOf(words: readonly Word[]): readonly Word[] {
  const code = words.flatMap(({ text }, index) => {
    const interpreter = interpreters.find(({ name }) => name.test(baseName(text)));
    return interpreter ? codeFor(interpreter, words.slice(index + 1), index === 0) : [];
  });
  const [first, ...rest] = words;
  const language = first && languages.find(({ name }) => name.test(baseName(first.text)));
  return language ? [...code, ...programOf(language, rest)] : code;
}

/** The first word that isn't an option. @param takes options that take a word */
export function operandOf(rest: readonly Word[], takes: readonly string[] = []): Word | undefined {
  // An empty word is what some versions of sed want behind an option, never a program.
  return rest.find(
    ({ text, from, to }, index) =>
      (text !== "" || to > from) &&
      (text === "-" || !text.startsWith("-")) &&
      !takes.includes(rest[index - 1]?.text ?? ""),
  );
}

/** The last part of a command's path, as if its expansions were empty; empty when an interpolation stands in it. */
export function baseName(text: string): string {
  return text.includes(hole) ? "" : (text.replaceAll(expansion, "").split("/").at(-1) ?? "");
}

function codeFor({ option }: Interpreter, rest: readonly Word[], isCommand: boolean): readonly Word[] {
  const first = rest.findIndex(({ text }) => option.test(text));
  if (first < 0) {
    const file = isCommand ? operandOf(rest) : undefined;
    return file ? [file] : [];
  }
  // More options may stand before the code; the words behind it are its arguments, which are safe.
  const code = rest.findIndex(({ text }, index) => index > first && !/^[-+]/.test(text));
  const further = rest.filter((_, index) => option.test(rest[index - 1]?.text ?? ""));
  return [...rest.slice(0, code < 0 ? rest.length : code + 1), ...further];
}

function programOf({ option, file, takes }: Language, rest: readonly Word[]): readonly Word[] {
  const code = rest.filter(({ text }, index) => option.test(text) || option.test(rest[index - 1]?.text ?? ""));
  if (code.length > 0 || rest.some(({ text }) => file.test(text))) return code;
  const operand = operandOf(rest, takes);
  return operand ? [operand] : [];
}
