import type { TargetId } from "@cicl/model";

/** What every command is told. */
export interface CommandOptions {
  /** Absolute, or relative to the process's folder. */
  readonly cwd: string;
  /** Globs relative to `cwd`; empty means every pipeline. */
  readonly globs: readonly string[];
  /** Empty means every configured target. */
  readonly targets: readonly TargetId[];
  readonly format: Format;
}

export const formats = ["pretty", "json"] as const;
/** For people, or for programs: one JSON document on the output and nothing else there. */
export type Format = (typeof formats)[number];
