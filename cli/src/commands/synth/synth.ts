import { CiclError, hasErrors } from "@cicl/diagnostics";
import { applyWrites } from "@cicl/host";
import { exitCodeOf } from "../../exit.ts";
import type { CommandOptions, Done } from "../../options.ts";
import { report } from "../../report/report.ts";
import { synthSummary } from "../../report/summary.ts";
import { untrackedNote } from "../../report/untracked.ts";
import { isRepeatable, type Outcome, run } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";

/** `cicl synth`: renders and writes, all files or none. */
export async function synth(options: CommandOptions, terminal: Terminal): Promise<Done> {
  const outcome = written(await run(options, "update"));
  const failed = hasErrors(outcome.diagnostics);
  report(outcome, options.format, terminal, () =>
    failed ? "" : synthSummary(outcome, terminal.color.out) + untrackedNote(outcome),
  );
  if (failed && options.format === "pretty") terminal.err("Nothing was written.\n");
  return { code: exitCodeOf(outcome.diagnostics), repeatable: isRepeatable(outcome) };
}

function written(outcome: Outcome): Outcome {
  if (outcome.root === undefined || hasErrors(outcome.diagnostics)) return outcome;
  try {
    applyWrites(outcome.root, outcome.entries);
    return outcome;
  } catch (cause) {
    if (!(cause instanceof CiclError)) throw cause;
    return { ...outcome, entries: [], diagnostics: [...outcome.diagnostics, ...cause.diagnostics] };
  }
}
