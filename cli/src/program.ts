import { readCommandLine } from "./command-line/full.ts";
import type { CommandLine, CommandName } from "./command-line/parsed.ts";
import { quickCommandLine } from "./command-line/quick.ts";
import { check } from "./commands/check/check.ts";
import { diff } from "./commands/diff/diff.ts";
import { synth } from "./commands/synth/synth.ts";
import { targets } from "./commands/targets/targets.ts";
import { update } from "./commands/update/update.ts";
import type { CommandOptions, Done, Session } from "./options.ts";
import { reportFailure } from "./report/report.ts";
import type { Terminal } from "./terminal.ts";

type Run = (options: CommandOptions, terminal: Terminal) => Promise<Done>;

const commands = {
  synth: (line) => (line.check ? check : synth),
  check: () => check,
  diff: () => diff,
  targets: () => targets,
  update: (line) => (options, terminal) => update(options, line.update, terminal),
} satisfies Record<CommandName, (line: CommandLine) => Run>;

/**
 * Runs a command line.
 * @param argv without the program's name, e.g. `["synth", "--check"]`
 * @returns what came of it; never throws but for a defect of cicl
 */
export async function main(argv: readonly string[], terminal: Terminal, session: Session): Promise<Done> {
  const quick = quickCommandLine(argv);
  const reading = quick ? ({ kind: "command", line: quick } as const) : readCommandLine(argv, terminal);
  if (reading.kind === "printed") return { code: 0, repeatable: false };
  if (reading.kind === "mistake") {
    if (reading.diagnostics.length > 0) reportFailure(reading.diagnostics, reading.format, terminal);
    return { code: 2, repeatable: false };
  }
  const { line } = reading;
  const { cwd = process.cwd(), globs, targets, format } = line;
  const plain: Terminal = { ...terminal, color: { out: false, err: false } };
  return commands[line.command](line)({ cwd, globs, targets, format, session }, line.color ? terminal : plain);
}
