import { type Format, formats } from "../options.ts";

/** The commands, in the order of the help. */
export const commandNames = ["synth", "check", "diff", "targets"] as const;
export type CommandName = (typeof commandNames)[number];

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
}

/** Reads the name of a format. */
export function formatNamed(name: string | undefined): Format | undefined {
  return formats.find((format) => format === name);
}
