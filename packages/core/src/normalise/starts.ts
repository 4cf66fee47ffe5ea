import { type Diagnostic, error } from "@cicl/diagnostics";
import type { DraftCheck } from "./check.ts";

/** A pipeline can start, and then does something. */
export const starts: DraftCheck = ({ name, triggers, jobs, origin }) => {
  const nothing = (what: string, fix: string): Diagnostic =>
    error("CICL2017", { what: `The pipeline "${name}" ${what}.`, why: "It would never do anything.", fix }, { origin });
  return [
    ...(triggers.length === 0 ? [nothing("has no trigger", "Say on which events it starts.")] : []),
    ...(jobs.length === 0 ? [nothing("holds no job", "Add a job to one of its stages.")] : []),
  ];
};
