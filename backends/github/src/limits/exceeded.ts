import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";

/** The error for what GitHub doesn't take. @param what says how much there is, without a full stop */
export function exceeded(what: string, most: number, origin: Origin | undefined): Diagnostic {
  return error(
    "CICL5005",
    {
      what: `${what}; GitHub takes ${most}.`,
      why: "Beyond it GitHub starts no run at all, and says nothing.",
      fix: "Make several jobs, pipelines or conditions of it.",
    },
    { target: "github", ...(origin ? { origin } : {}) },
  );
}
