import { at, type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { type Binding, type Expression, leaves, type Shell } from "@cicl/model";
import { fail, throwAll } from "../check/fail.ts";
import { describeValue, isStrangers } from "../values.ts";
import { advice } from "./advice.ts";
import { lexShell } from "./commands.ts";
import { dedent } from "./dedent.ts";
import { lexPwsh } from "./pwsh.ts";
import { type EngineFile, hole, inLine, type Lexed, type Spot } from "./spot.ts";
import { variableName } from "./variable-name.ts";

/** A script as it was written: texts around interpolations, each a value or raw text. */
export interface Written {
  readonly texts: readonly string[];
  readonly parts: readonly (Expression | { readonly kind: "raw"; readonly text: string })[];
}

/** A script as a step holds it. */
export interface Rendered {
  readonly text: string;
  readonly env: readonly Binding[];
  readonly pipes: boolean;
}

const lexers = {
  sh: (text) => lexShell(text, false),
  bash: (text) => lexShell(text, true),
  pwsh: lexPwsh,
} as const satisfies Readonly<Record<Shell, (text: string) => Lexed>>;

/** Helpers write the same script for many jobs; what it means doesn't depend on where it stands. */
const lexed = new Map<string, Lexed>();

function lex(text: string, shell: Shell): Lexed {
  const key = `${shell} ${text}`;
  const known = lexed.get(key) ?? lexers[shell](text);
  lexed.set(key, known);
  return known;
}

/** Text that is the same in every shell, quoted or not. */
const plain = /^[A-Za-z0-9_./:@%+=,-]+$/;

/**
 * Turns a written script into text and variables, so that no value becomes part of the text.
 * @param own variables that the step has already
 * @throws CiclError with every interpolation that can't be passed safely
 */
export function render(written: Written, shell: Shell, own: readonly Binding[], origin: Origin): Rendered {
  const { text, values } = assemble(written, origin);
  const { spots, unclosed, pipes } = lex(text, shell);
  if (unclosed !== undefined) notClosed(unclosed, origin);
  const pieces = text.split(hole);
  const env: Binding[] = [...own];
  const found: Diagnostic[] = [];
  let result = pieces[0] ?? "";
  for (const [index, value] of values.entries()) {
    const spot = spots[index] ?? { kind: "refused", why: "ambiguous" };
    const [before, after] = [pieces[index] ?? "", pieces[index + 1] ?? ""];
    const place = at(origin, String(index));
    if (spot.kind === "refused") {
      found.push(refusal(value, spot.why, inLine(text, pieces.slice(0, index + 1).join(hole).length), place));
    } else if (spot.into && mayHoldLines(value, spot.into)) found.push(writesLines(value, spot.into, place));
    else if (value.kind === "literal" && shell !== "pwsh" && canSplice(value.value, spot, before, after)) {
      result += value.value + after;
    } else result += reference(variableFor(value, env, pieces, origin), spot, shell) + after;
  }
  throwAll(found);
  return { text: result, env, pipes };
}

/** Joins the texts with a mark for each value, dedented; raw text goes in afterwards, as it is. */
function assemble(
  { texts, parts }: Written,
  origin: Origin,
): { readonly text: string; readonly values: readonly Expression[] } {
  const raws = parts.flatMap((part) => (part.kind === "raw" ? [part.text] : []));
  if ([...texts, ...raws].some((text) => text.includes(hole) || text.includes(rawMark))) notText(origin);
  const marks = parts.map(({ kind }) => (kind === "raw" ? rawMark : hole));
  const joined = texts.map((text, index) => text + (marks[index] ?? "")).join("");
  const pieces = dedent(joined.replaceAll("\r\n", "\n")).split(rawMark);
  const text = pieces.map((piece, index) => piece + (raws[index] ?? "")).join("");
  return { text, values: parts.filter((part) => part.kind !== "raw") };
}

const rawMark = "\u0001";

/** Says whether plain text can stand in the script as it is, so that what stands around it doesn't change its meaning. */
function canSplice(value: string, { kind }: Spot, before: string, after: string): boolean {
  if (kind === "here-document" || !plain.test(value)) return false;
  if (/\$[A-Za-z0-9_]*$/.test(before)) return false;
  return (
    kind === "double" ||
    (!/[{,~]$/.test(before) && !/^[},]/.test(after) && !(/^\d+$/.test(value) && /^[<>]/.test(after)))
  );
}

function reference(name: string, { kind }: Spot, shell: Shell): string {
  if (shell === "pwsh") return `\${env:${name}}`;
  return kind === "bare" ? `"\${${name}}"` : `\${${name}}`;
}

/** The variable that carries a value: the same for the same value, else a new one. */
function variableFor(value: Expression, env: Binding[], pieces: readonly string[], origin: Origin): string {
  const key = JSON.stringify(value);
  const known = env.find((binding) => JSON.stringify(binding.value) === key);
  if (known) return known.name;
  const name = variableName(value, (wanted) => {
    const word = new RegExp(`(?<![A-Za-z0-9_])${wanted}(?![A-Za-z0-9_])`, "i");
    return env.some((binding) => binding.name.toUpperCase() === wanted) || pieces.some((piece) => word.test(piece));
  });
  env.push({ name, value, origin });
  return name;
}

function refusal(value: Expression, why: keyof typeof advice, line: string, origin: Origin): Diagnostic {
  const { code, where, why: because, fix } = advice[why];
  const own =
    value.kind === "literal"
      ? `Write the text into the script itself, or splice it with sh.raw(${JSON.stringify(value.value)}).`
      : fix;
  return error(code, { what: `${describeValue(value)} stands ${where}${line}.`, why: because, fix: own }, { origin });
}

/**
 * Says whether somebody else may have put line ends into a value. Variables of later steps are refused all values that
 * aren't the engine's or the repository's own; among outputs, which nothing runs, those that a stranger chooses.
 */
function mayHoldLines(value: Expression, into: EngineFile): boolean {
  const made = leaves(value).some(({ kind }) => kind === "output" || kind === "input");
  return isStrangers(value) || (into === "environment" && made);
}

function writesLines(value: Expression, into: EngineFile, origin: Origin): Diagnostic {
  const { what, why, other } = engineFiles[into];
  const lines = "delete its line ends, as in echo \"NAME=$(printf '%s' ${value} | tr -d '\\r\\n')\"";
  return error(
    "CICL3001",
    { what: `${describeValue(value)} is written to ${what}.`, why, fix: `${other}, or ${lines}.` },
    { origin },
  );
}

const engineFiles = {
  environment: {
    what: "the file that sets variables for later steps",
    why: "A line end in the value begins another variable, which may change what later steps run.",
    other: "Interpolate it in the steps that need it, pass it to other jobs as an output",
  },
  output: {
    what: "the file of the job's outputs",
    why: "A line end in the value begins another output, which may replace one that later jobs trust.",
    other: 'Name the value itself in the job\'s "outputs"',
  },
} as const satisfies Readonly<Record<EngineFile, { what: string; why: string; other: string }>>;

function notClosed(what: string, origin: Origin): never {
  fail(
    "CICL3003",
    {
      what: `The script opens ${what} and never closes it.`,
      why: "The shell would refuse it, or read the rest as something else.",
      fix: "Close it.",
    },
    origin,
  );
}

function notText(origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: "The script holds a control character that no shell takes.",
      why: "It would be dropped, or end the script.",
      fix: "Remove it, or write it as an escape of printf.",
    },
    origin,
  );
}
