import type { Origin } from "@cicl/diagnostics";

/** Where the lines of a file come from. */
export interface LineOrigins {
  /** @param line 1-based @returns `undefined` for a line that nobody wrote */
  get(line: number): Origin | undefined;
}

/** Lines that come from one place, up to the next run. A large file has far fewer runs than lines. */
export interface OriginRun {
  /** The first of them, 1-based. */
  readonly line: number;
  readonly origin: Origin | undefined;
}

/** @param runs by their lines; what stands before the first has no origin */
export function lineOrigins(runs: readonly OriginRun[]): LineOrigins {
  return { get: (line) => runs.findLast((run) => run.line <= line)?.origin };
}
