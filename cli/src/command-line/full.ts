import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Command, CommanderError } from "commander";
import { commander } from "../lazy.ts";
import { type Format, formats } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { type CommandLine, type CommandName, defaultUpdate, formatNamed } from "./parsed.ts";

/** What commander reads from the flags. */
interface Flags {
  readonly target?: readonly string[];
  readonly cwd?: string;
  readonly format: Format;
  readonly color: boolean;
  readonly check?: boolean;
  readonly major?: boolean;
  readonly cooldown?: number;
  readonly dryRun?: boolean;
}

/** What a command has of its own. */
type Own = Pick<CommandLine, "globs" | "targets" | "check" | "update">;

const nothing: Own = { globs: [], targets: [], check: false, update: defaultUpdate };

/** What a command line asks for, or that help was printed, or what is wrong with it (nothing, when no command is named). */
export type Reading =
  | { readonly kind: "command"; readonly line: CommandLine }
  | { readonly kind: "printed" }
  | { readonly kind: "mistake"; readonly diagnostics: readonly Diagnostic[]; readonly format: Format };

/**
 * Reads any command line, and prints help where that is asked for.
 * @param argv without the program's name
 */
export function readCommandLine(argv: readonly string[], terminal: Terminal): Reading {
  const { Command, CommanderError, InvalidArgumentError, Option } = commander();
  let line: CommandLine | undefined;
  const program = new Command("cicl")
    .description("Renders pipeline.ts for the CI engines, with the gates that your organisation requires.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} });
  const create = (name: CommandName, description: string): Command =>
    program.command(name).description(description).exitOverride();
  const complete = (name: CommandName, command: Command, own: (flags: Flags) => Partial<Own>): Command =>
    command
      .option("--cwd <dir>", "run as if started there")
      .addOption(new Option("--format <format>", "form of the output").choices(formats).default("pretty"))
      .option("--no-color", "without colour")
      .action(() => {
        const flags: Flags = command.opts();
        const { cwd, format, color } = flags;
        const where = cwd === undefined ? {} : { cwd };
        line = { command: name, ...nothing, ...own(flags), ...where, format, color };
      });
  const add = (name: CommandName, description: string, globs: boolean): Command => {
    const command = create(name, description);
    if (globs) command.argument("[globs...]", "pipelines to render; a folder stands for all below it");
    command.option("--target <id...>", "only these targets");
    return complete(name, command, ({ target = [], check = false }) => ({
      globs: command.args,
      targets: target,
      check,
    }));
  };
  add("synth", "render the pipelines and write the files", true).option(
    "--check",
    "write nothing, and fail when a file isn't up to date",
  );
  add("check", "fail when a rendered file isn't up to date", true);
  add("diff", "print what synth would change", true);
  add("targets", "print what each target can express", false);
  const days = (text: string): number => {
    if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError("Name a whole number of days.");
    return Number(text);
  };
  const update = create("update", "pin newer versions of actions in cicl.lock")
    .argument("[actions...]", "actions that the lock pins or a pipeline uses; all of them when none is named")
    .option("--major", "take later major versions too")
    .addOption(
      new Option("--cooldown <days>", "take only versions that are as old")
        .argParser(days)
        .default(defaultUpdate.cooldown),
    )
    .option("--dry-run", "write nothing");
  complete("update", update, ({ major = false, cooldown = defaultUpdate.cooldown, dryRun = false }) => ({
    update: { actions: update.args, major, cooldown, dryRun },
  }));
  try {
    program.parse(argv, { from: "user" });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    if (cause.exitCode === 0) return { kind: "printed" };
    // Without a command, commander has printed the help already.
    const diagnostics = cause.code === "commander.help" ? [] : [usage(cause)];
    return { kind: "mistake", diagnostics, format: formatOf(argv) };
  }
  return line ? { kind: "command", line } : { kind: "printed" };
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
  return named.map(formatNamed).find((format) => format !== undefined) ?? "pretty";
}
