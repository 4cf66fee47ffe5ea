import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Job, Pipeline } from "@cicl/model";

/** Something that must hold of every pipeline with its gates; it reads, and changes nothing. */
export interface Rule {
  readonly id: string;
  /** What must hold, as a sentence without its full stop. */
  readonly title: string;
  /**
   * @param pipeline with its gates and their edges
   * @param publishing the jobs that make something public
   * @returns a diagnostic for each place where it doesn't hold
   */
  check(pipeline: Pipeline<"normalised">, publishing: readonly Job[]): readonly Diagnostic[];
}

/** The error for a job that lets a run go round its gates. @param hole what is wrong with it, as the end of a sentence */
export function bypass(job: Job, hole: string, fix: string): Diagnostic {
  return error(
    "CICL4003",
    { what: `The job "${job.id}" ${hole}.`, why: "What it guards could go out without its verdict.", fix },
    { origin: job.origin },
  );
}
