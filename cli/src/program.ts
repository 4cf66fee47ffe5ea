import { type Diagnostic, error } from "@cicl/diagnostics";
import { Command, CommanderError, Option } from "commander";
import { check } from "./commands/check/check.ts";
import { diff } from "./commands/diff/diff.ts";
import { synth } from "./commands/synth/synth.ts";
import { targets } from "./commands/targets/targets.ts";
import type { ExitCode } from "./exit.ts";
import { type CommandOptions, type Format, formats } from "./options.ts";
import { reportFailure } from "./report/report.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

type Run = (options: CommandOptions, terminal: Terminal) => Promise<ExitCode>;

/** What commander reads from the flags. */
interface Flags {
  readonly target?: readonly string[];
  readonly cwd?: string;
  readonly format: Format;
  readonly color: boolean;
  readonly check?: boolean;
}

/**
 * Runs a command line.
 * @param argv without the program's name, e.g. `["synth", "--check"]`
 * @returns the exit code; never throws but for a defect of cicl
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command("cicl")
    .description("Renders pipeline.ts for the CI engines, with the gates that your organisation requires.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} });
  const add = (name: string, description: string, globs: boolean, select: (flags: Flags) => Run): Command => {
    const command = program.command(name).description(description).exitOverride();
    if (globs) command.argument("[globs...]", "pipelines to render; a folder stands for all below it");
    return command
      .option("--target <id...>", "only these targets")
      .option("--cwd <dir>", "run as if started there")
      .addOption(new Option("--format <format>", "form of the output").choices(formats).default("pretty"))
      .option("--no-color", "without colour")
      .action(async () => {
        const flags: Flags = command.opts();
        const options: CommandOptions = {
          cwd: flags.cwd ?? process.cwd(),
          globs: command.args,
          targets: flags.target ?? [],
          format: flags.format,
        };
        const plain: Terminal = { ...terminal, color: { out: false, err: false } };
        code = await select(flags)(options, flags.color ? terminal : plain);
      });
  };
  add("synth", "render the pipelines and write the files", true, (flags) => (flags.check ? check : synth)).option(
    "--check",
    "write nothing, and fail when a file isn't up to date",
  );
  add("check", "fail when a rendered file isn't up to date", true, () => check);
  add("diff", "print what synth would change", true, () => diff);
  add("targets", "print what each target can express", false, () => targets);
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    if (cause.exitCode === 0) return 0;
    // Without a command, commander has printed the help already.
    if (cause.code !== "commander.help") reportFailure([usage(cause)], formatOf(argv), terminal);
    return 2;
  }
}

function usage(cause: CommanderError): Diagnostic {
  const [first = "", ...hints] = cause.message.replace(/^error: /, "").split("\n");
  const hint = hints.join(" ").replace(/^\((.*)\)$/, "$1 ");
  return error("CICL1017", {
    what: `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, "")}.`,
    why: "cicl doesn't guess what was meant.",
    fix: `${hint}Run "cicl --help" for the commands and "cicl <command> --help" for their options.`,
  });
}

/** The format that a command line asks for, read without its parser, which has just refused it. */
function formatOf(argv: readonly string[]): Format {
  const named = argv.flatMap((arg, index) => {
    if (arg === "--format") return [argv[index + 1]];
    return arg.startsWith("--format=") ? [arg.slice("--format=".length)] : [];
  });
  return formats.find((format) => named.includes(format)) ?? "pretty";
}
