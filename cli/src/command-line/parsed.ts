import { type Format, formats } from "../options.ts";

/** The commands, in the order of the help. */
export const commandNames = ["synth", "check", "diff", "targets", "update"] as const;
export type CommandName = (typeof commandNames)[number];

/** What only `cicl update` is told. */
export interface UpdateOptions {
  /** Actions as given; empty: all. */
  readonly actions: readonly string[];
  /** Whether a later major version may be taken. */
  readonly major: boolean;
  /** How old a version must be, in days. */
  readonly cooldown: number;
  readonly dryRun: boolean;
}

/** What `cicl update` does when it is told nothing. Bad versions are mostly found out within a week. */
export const defaultUpdate: UpdateOptions = { actions: [], major: false, cooldown: 7, dryRun: false };

/** A command line that was understood. */
export interface CommandLine {
  readonly command: CommandName;
  readonly globs: readonly string[];
  /** As given; empty: all that are configured. */
  readonly targets: readonly string[];
  /** As given; absent: the process's folder. */
  readonly cwd?: string;
  readonly format: Format;
  readonly color: boolean;
  /** Only `synth` knows it. */
  readonly check: boolean;
  /** Only `update` knows it. */
  readonly update: UpdateOptions;
}

/** Reads the name of a format. */
export function formatNamed(name: string | undefined): Format | undefined {
  return formats.find((format) => format === name);
}
