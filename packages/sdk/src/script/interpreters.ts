import { hole } from "./spot.ts";
import { expansion, type Word } from "./word.ts";

interface Interpreter {
  readonly name: RegExp;
  /** The options behind which code stands. */
  readonly option: RegExp;
  /** Further options that take a word. */
  readonly takes?: RegExp;
  /** Options that name what is run instead of a file. */
  readonly module?: RegExp;
  /** Options with which standard input is code, whatever else is said. */
  readonly input?: RegExp;
  /** Whether its code is a shell's. */
  readonly isShell?: true;
  /** Commands of its own that stand before the file. */
  readonly skips?: RegExp;
}

/** Programs that run a file, the code behind an option, or else what they read from standard input. */
const interpreters: readonly Interpreter[] = [
  {
    name: /^(r?ba|da|z|m?k|pdk|a|c|tc|o|y)?sh$/,
    option: /^[-+][A-Za-z]*c[A-Za-z]*$/,
    takes: /^[-+][A-Za-z]*[oO]$|^--(rcfile|init-file)$/,
    input: /^-[A-Za-z]*s[A-Za-z]*$/,
    isShell: true,
  },
  { name: /^fish$/, option: /^(-[A-Za-z]*[cC]|--(init-)?command)/ },
  { name: /^(i?python|pypy)[0-9.]*$/, option: /^-[A-Za-z]*c/, takes: /^-[A-Za-z]*[WX]$/, module: /^-[A-Za-z]*m/ },
  {
    name: /^(node|nodejs|tsx|ts-node)$/,
    option: /^(-[A-Za-z]*[ep]$|--eval|--print)/,
    takes: /^(-r|-C|--(require|import|loader|experimental-loader|conditions))$/,
  },
  { name: /^(deno|bun)$/, option: /^(-[A-Za-z]*[ep]$|--eval|--print|eval$)/, skips: /^(run|repl)$/ },
  { name: /^(perl|ruby)[0-9.]*$/, option: /^-[A-Za-z0-9]*[eE]/, takes: /^-[Ir]$/ },
  { name: /^php[0-9.]*$/, option: /^-[rRBE]/, takes: /^-[dcz]$/ },
  { name: /^lua(jit)?[0-9.]*$/, option: /^-e/, takes: /^-l$/ },
  { name: /^R(script)?$/, option: /^-e/ },
  { name: /^julia$/, option: /^(-[eE]|--eval|--print)/, takes: /^-[ptLJ]$/ },
  { name: /^(osascript|groovy|scala|elixir|gnuplot|octave|expect|tclsh)$/, option: /^(-[ce]$|--(eval|execute))/ },
  {
    name: /^(pwsh|powershell)(\.exe)?$/i,
    option: /^-(c|command|encodedcommand)$/i,
    takes: /^-(executionpolicy|ep|ex|workingdirectory|wd|inputformat|outputformat|configurationname|version)$/i,
  },
  { name: /^cmd(\.exe)?$/i, option: /^\/[ck]$/i },
];

/** Programs that run the code behind an option, if one of their words says so, and nothing from standard input. */
const runners: readonly (Interpreter & { readonly needs?: RegExp })[] = [
  { name: /^p?npx$/, option: /^(-[A-Za-z]*c$|--call|--shell-mode)/, takes: /^(-p|--package)$/ },
  { name: /^p?npm$/, option: /^(-c$|--call|--shell-mode)/, takes: /^(-w|--workspace|--package)$/, needs: /^(exec|x)$/ },
  { name: /^[bg]?make$/, option: /^(-E|--eval)/ },
];

interface Language extends Interpreter {
  /** The options behind which a file of code stands. */
  readonly file: RegExp;
  /** Options that take a word. */
  readonly operands: readonly string[];
}

/** Programs whose first operand is code in a language that can run commands, unless options bring the code. */
const languages: readonly Language[] = [
  { name: /^[gmn]?awk$/, option: /^(-e|--source)/, file: /^(-f|--file)/, operands: ["-v", "-F", "--assign"] },
  { name: /^g?sed$/, option: /^(-[A-Za-z]*e$|--expression)/, file: /^(-[A-Za-z]*f$|--file)/, operands: ["-l"] },
];

/** Settings of git that are data; many of the others name a command. */
const gitData =
  /^(user\.(name|email|signingkey)|init\.defaultBranch|safe\.directory|advice\.\w+|http\.([^\0=]+\.)?extraheader)=|^url\.https:\/\//i;

/** The words of a command that some interpreter takes for code; it is looked for among all words, behind wrappers too. */
export function codeOf(words: readonly Word[]): readonly Word[] {
  const code = words.flatMap(({ text }, index) => {
    const rest = words.slice(index + 1);
    const interpreter = interpreterOf(text);
    const program = baseName(text);
    const runner = runners.find(({ name }) => name.test(program));
    const runs = runner && (!runner.needs || rest.some((one) => runner.needs?.test(one.text)));
    return [
      ...(interpreter ? codeFor(interpreter, rest, index === 0) : []),
      ...(runs ? codeFor(runner, rest, false) : []),
      ...(program === "git" ? gitCommands(rest) : []),
    ];
  });
  const [first, ...rest] = words;
  const language = first && languages.find(({ name }) => name.test(baseName(first.text)));
  return language ? [...code, ...programOf(language, rest)] : code;
}

/** Standard input under the names of a file. */
export const standardInput = /^(-|\/dev\/(stdin|fd\/\d+)|\/proc\/self\/fd\/\d+)$/;

/**
 * Says whether a program takes its standard input for code.
 * @param text the program, or an image of it
 * @param rest the words behind it
 * @param reads says the same of a shell's script, which has the same standard input
 */
export function readsProgram(
  text: string,
  rest: readonly Word[],
  reads: (script: readonly Word[]) => boolean,
): boolean {
  const interpreter = interpreterOf(text);
  if (interpreter) {
    if (readsInput(rest, interpreter)) return true;
    if (rest.some((one) => interpreter.module?.test(one.text))) return false;
    const [code] = codeFor(interpreter, rest, false).slice(-1);
    if (code) return code.text === "-" || (interpreter.isShell === true && reads([code]));
    const operand = operandIn(
      rest.filter((one) => !interpreter.skips?.test(one.text)),
      interpreter,
    );
    return !operand || standardInput.test(operand.text);
  }
  const files = fileOption(baseName(text));
  return files
    ? rest.some(({ text: option }, index) => {
        const rested = option.replace(files, "").replace(/^=/, "");
        return files.test(option) && standardInput.test(rested === "" ? (rest[index + 1]?.text ?? "") : rested);
      })
    : false;
}

/** The option that names a file of code, of a program that also takes code in other ways. */
function fileOption(name: string): RegExp | undefined {
  return /^[bg]?make$/.test(name) ? /^(-f|--(make)?file)/ : languages.find((one) => one.name.test(name))?.file;
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
  if (text.includes(hole)) return "";
  const known = text.includes(expansion) ? text.replaceAll(expansion, "") : text;
  return known.slice(known.lastIndexOf("/") + 1);
}

function interpreterOf(text: string): Interpreter | undefined {
  const program = baseName(text);
  return interpreters.find(({ name }) => name.test(program));
}

function operandIn(rest: readonly Word[], { takes }: Interpreter): Word | undefined {
  const taken = rest.flatMap(({ text }) => (takes?.test(text) ? [text] : []));
  return operandOf(rest, taken);
}

/** Says whether an option in front of the operands makes standard input the code. */
function readsInput(rest: readonly Word[], interpreter: Interpreter): boolean {
  const operand = operandIn(rest, interpreter);
  return rest.slice(0, operand && rest.indexOf(operand)).some(({ text }) => interpreter.input?.test(text));
}

function codeFor(interpreter: Interpreter, rest: readonly Word[], isCommand: boolean): readonly Word[] {
  const { option, takes } = interpreter;
  const first = rest.findIndex(({ text }) => option.test(text));
  if (first < 0) {
    const file = isCommand && !readsInput(rest, interpreter) ? operandIn(rest, interpreter) : undefined;
    return file ? [file] : [];
  }
  // More options may stand before the code; the words behind it are its arguments, which are safe.
  const code = rest.findIndex(
    ({ text }, index) =>
      index > first && (text === "-" || !/^[-+]/.test(text)) && !takes?.test(rest[index - 1]?.text ?? ""),
  );
  const further = rest.filter((_, index) => option.test(rest[index - 1]?.text ?? ""));
  const options = rest.slice(0, code < 0 ? rest.length : code);
  return [...options, ...further, ...(code < 0 ? [] : rest.slice(code, code + 1))];
}

/** What git runs: settings that name a command, and options that do. */
function gitCommands(rest: readonly Word[]): readonly Word[] {
  return rest.filter(({ text }, index) => {
    const before = rest[index - 1]?.text ?? "";
    if (before === "-c") return !gitData.test(text);
    return before === "--exec" || before === "foreach" || /^--(exec|upload-pack|receive-pack)=/.test(text);
  });
}

function programOf({ option, file, operands }: Language, rest: readonly Word[]): readonly Word[] {
  const code = rest.filter(({ text }, index) => option.test(text) || option.test(rest[index - 1]?.text ?? ""));
  if (code.length > 0 || rest.some(({ text }) => file.test(text))) return code;
  const operand = operandOf(rest, operands);
  return operand ? [operand] : [];
}
