import { runsAny } from "./dangers.ts";
import { baseName, operandOf, readsProgram, standardInput } from "./interpreters.ts";
import { expansion, vanishes, type Word } from "./word.ts";
import { commandOf } from "./wrappers.ts";

/** Programs that only pass on or print what they read, whatever their words say. */
const data = new Set(
  "base64 cat curl cut echo gh git grep head helm in jq printf read sort tail tee test tr wc yq [".split(" "),
);

/** Programs that open a shell, here as somebody else or on another machine, unless a command follows. */
const shells = new Set(["ssh", "rsh", "su", "runuser"]);
/** Options of ssh that take a word. */
const sshOptions = "-b -B -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w".split(" ");

/**
 * Says whether a command takes its standard input for code, or runs what it finds there.
 * @param functions names of the script's own functions that do
 */
export function readsCode(words: readonly Word[], functions: ReadonlySet<string>): boolean {
  const sure = words.filter((one) => !vanishes(one));
  return reads(words, functions) || (sure.length < words.length && reads(sure, functions));
}

function reads(words: readonly Word[], functions: ReadonlySet<string>): boolean {
  const [first, ...rest] = words;
  if (!first) return false;
  const name = baseName(first.text);
  const command = commandOf(name, rest);
  if (command) {
    if (name === "xargs") return runsItems(rest, command);
    // Without a command, these open a shell.
    if (command.length === 0)
      return name === "chroot" || rest.some(({ text }) => /^(-[A-Za-z]*[si]|--login|--shell)$/.test(text));
    return reads(command, functions);
  }
  if (functions.has(first.text) || name === "parallel" || name === "batch") return true;
  if (name === "." || name === "source" || name === "crontab") {
    const operand = operandOf(rest);
    return operand !== undefined && standardInput.test(operand.text);
  }
  if (name === "at") return !rest.some(({ text }) => text.startsWith("-f"));
  if (data.has(name)) return false;
  return words.some(({ text }, index) => {
    if (/\s/.test(text)) return false; // A script, which the program before it judges.
    const behind = words.slice(index + 1);
    if (shells.has(baseName(text))) return opensShell(baseName(text), behind);
    // A container's image is often named after the interpreter that it runs.
    return readsProgram(index === 0 ? text : text.replace(/(?<=\w)[:@][^/]*$/, ""), behind, runsReader);
  });
}

/** Says whether su, which takes a command in an option, or ssh, which takes one behind the host, opens a shell. */
function opensShell(name: string, rest: readonly Word[]): boolean {
  const isSu = name === "su" || name === "runuser";
  const option = rest.find(({ text }, index) => {
    return (
      text.startsWith("--command=") ||
      /^--command$/.test(rest[index - 1]?.text ?? "") ||
      (isSu && /^-[A-Za-z]*c$/.test(rest[index - 1]?.text ?? ""))
    );
  });
  if (option) return runsReader([{ ...option, text: option.text.replace(/^--command=/, "") }]);
  if (isSu) return true;
  const host = operandOf(rest, sshOptions);
  const behind = host ? rest.slice(rest.indexOf(host) + 1) : [];
  const command = operandOf(behind, sshOptions);
  return !command || runsReader(behind.slice(behind.indexOf(command)));
}

/** Says whether a script in some words runs a command that takes its standard input for code, or an unknown one. */
function runsReader(words: readonly Word[]): boolean {
  const text = words.map((one) => one.text).join(" ");
  return text.split(/[;&|()`{}\n]+/).some((command) => {
    const tokens = command.split(/[\s"']+/).filter((token) => token !== "");
    if (tokens[0]?.includes(expansion)) return true;
    return reads(
      tokens.map((token): Word => ({ text: token, raw: token, from: 0, to: 0 })),
      new Set(),
    );
  });
}

/** Says whether xargs runs what it reads: its items follow the command, or replace a mark in it. */
function runsItems(rest: readonly Word[], command: readonly Word[]): boolean {
  if (command.length === 0) return false;
  const options = rest.slice(0, rest.length - command.length).map(({ text }) => text);
  const index = options.findIndex((text) => /^(-I|-i|--replace)/.test(text));
  if (index < 0) {
    const item: Word = { text: expansion, raw: `"${expansion}"`, from: 0, to: 0 };
    return runsAny([...command, item], [item]);
  }
  const written = (options[index] ?? "").replace(/^(-I|-i|--replace=?)/, "");
  const mark = written !== "" ? written : options[index] === "-I" ? (options[index + 1] ?? "{}") : "{}";
  return runsAny(
    command,
    command.filter(({ text }) => text.includes(mark)),
  );
}
