import type { Code, Text } from "@cicl/diagnostics";
import type { Refusal } from "./spot.ts";

const executes = "The shell would execute the value there, whoever chose it.";
const literal = "The shell expands nothing there, so the script would see the variable's name.";
const name = "Write the interpolation as an argument of its own, bare or in double quotes";

/** What to say about each place where a value can't stand; the sentences begin behind `A value stands`. */
export const advice = {
  "single-quotes": {
    code: "CICL3002",
    where: "in single quotes",
    why: literal,
    fix: "Use double quotes, or close the single quotes before the value.",
  },
  "quoted-here-document": {
    code: "CICL3002",
    where: "in a quoted here-document",
    why: literal,
    fix: "Remove the quotes from the here-document's delimiter, or write the value with printf.",
  },
  "here-document-delimiter": {
    code: "CICL3002",
    where: "in the delimiter of a here-document",
    why: literal,
    fix: "Use a fixed word as delimiter.",
  },
  comment: {
    code: "CICL3002",
    where: "in a comment",
    why: "Nothing reads it there.",
    fix: "Remove the interpolation from the comment.",
  },
  arithmetic: {
    code: "CICL3001",
    where: "in arithmetic",
    why: "Shells evaluate the value there, and bash also runs commands inside it.",
    fix: `${name} of a command such as "[ … -lt … ]" or "expr", or check first that it is a number.`,
  },
  backquotes: {
    code: "CICL3001",
    where: "in backquotes",
    why: "Quotes inside backquotes mean different things in different shells.",
    fix: "Write $(…) instead of backquotes.",
  },
  command: {
    code: "CICL3001",
    where: "where the shell expects a command",
    why: executes,
    fix: "Write the command itself and pass the value as an argument; sh.raw(…) splices text that you wrote yourself.",
  },
  parameter: {
    code: "CICL3001",
    where: "inside an expansion that evaluates it",
    why: "Names, subscripts, offsets and replacements of an expansion are evaluated by the shell.",
    fix: `${name}, or assign it to a variable first.`,
  },
  "after-dollar": {
    code: "CICL3001",
    where: "directly behind a dollar sign",
    why: "Together with the dollar sign its reference would mean something else.",
    fix: 'Write "\\$" for a dollar sign, or remove it: the interpolation needs none of its own.',
  },
  "after-backslash": {
    code: "CICL3001",
    where: "directly behind an escape character",
    why: "The escape would take the reference apart.",
    fix: "Remove the escape character, or double it.",
  },
  "variable-name": {
    code: "CICL3001",
    where: "where the shell expects the name of a variable",
    why: "Bash evaluates subscripts in names, and with them the commands inside.",
    fix: "Write the name itself; the value may stand behind the equals sign.",
  },
  code: {
    code: "CICL3001",
    where: "in an argument that is run as code",
    why: "The program would execute the value, whoever chose it.",
    fix: "Pass it as an argument behind the code, as in sh -c 'echo \"$1\"' _ ${value}; what runs on another machine, as behind ssh, reads it from standard input.",
  },
  input: {
    code: "CICL3001",
    where: "in text that an interpreter reads as code",
    why: "The interpreter would execute the value, whoever chose it.",
    fix: "Quote the here-document's delimiter and pass the value as an argument, as in sh -s -- ${value} <<'EOF' with \"$1\" inside.",
  },
  glued: {
    code: "CICL3001",
    where: "glued to other text outside quotes",
    why: "PowerShell splits such an argument, or takes the reference for text.",
    fix: "Put the whole argument into double quotes.",
  },
  ambiguous: {
    code: "CICL3001",
    where: "behind something that shells read differently",
    why: "In one of them the value might be executed.",
    fix: "Simplify what stands before it, or move the interpolation into a step of its own.",
  },
} as const satisfies Readonly<Record<Refusal, { readonly code: Code; readonly where: string } & Omit<Text, "what">>>;
