import type { World } from "@cicl/host";
import type { TargetId } from "@cicl/model";
import type { ExitCode } from "./exit.ts";

/** What every command is told. */
export interface CommandOptions {
  /** Absolute, or relative to the process's folder. */
  readonly cwd: string;
  /** Globs relative to `cwd`; empty means every pipeline. */
  readonly globs: readonly string[];
  /** Empty means every configured target. */
  readonly targets: readonly TargetId[];
  readonly format: Format;
  readonly session: Session;
}

/** What one run of the program remembers. */
export interface Session {
  /** Everything that was read. */
  readonly world: World;
  /** The folder of the cache, absolute; absent when nothing can be written there. */
  readonly cache?: string;
}

/** What came of a command. */
export interface Done {
  readonly code: ExitCode;
  /** Whether the same run, as long as nothing that it read changes, would do nothing but print the same. */
  readonly repeatable: boolean;
}

export const formats = ["pretty", "json"] as const;
/** For people, or for programs: one JSON document on the output and nothing else there. */
export type Format = (typeof formats)[number];
