import { parseArgs } from "node:util";
import { type CommandLine, commandNames, defaultUpdate, formatNamed } from "./parsed.ts";

const options = {
  target: { type: "string", multiple: true },
  cwd: { type: "string" },
  format: { type: "string" },
  "no-color": { type: "boolean" },
  check: { type: "boolean" },
} as const;

/**
 * Reads the usual command lines without a library, which takes as long to load as a tenth of a run.
 * @param argv without the program's name
 * @returns what `readCommandLine` would return, or `undefined` for everything out of the ordinary: help, mistakes, rare forms
 */
export function quickCommandLine(argv: readonly string[]): CommandLine | undefined {
  const [name, ...args] = argv;
  const command = commandNames.find((candidate) => candidate === name);
  // An update waits for a network; reading its options quickly would gain nothing.
  if (!command || command === "update" || args.includes("--") || args.includes("-")) return undefined;
  const tokens = tokensOf(args);
  if (!tokens) return undefined;
  const globs: string[] = [];
  const targets: string[] = [];
  let values: { readonly cwd?: string; readonly format?: string } = {};
  let flags: readonly string[] = [];
  // As with commander, `--target a b` names two targets, and `--target=a b` one and a glob.
  let inTargets = false;
  for (const token of tokens) {
    if (token.kind === "positional") {
      (inTargets ? targets : globs).push(token.value);
      continue;
    }
    if (token.kind === "option-terminator" || token.rawName !== `--${token.name}`) return undefined;
    if (token.name === "format" && !formatNamed(token.value)) return undefined;
    inTargets = token.name === "target" && token.inlineValue === false;
    if (token.value === undefined) flags = [...flags, token.name];
    else if (token.name === "target") targets.push(token.value);
    else values = { ...values, [token.name]: token.value };
  }
  const format = formatNamed(values.format ?? "pretty");
  const check = flags.includes("check");
  if (!format || (check && command !== "synth") || (command === "targets" && globs.length > 0)) return undefined;
  const cwd = values.cwd === undefined ? {} : { cwd: values.cwd };
  return { command, globs, targets, ...cwd, format, color: !flags.includes("no-color"), check, update: defaultUpdate };
}

function tokensOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true }).tokens;
  } catch {
    return undefined;
  }
}
