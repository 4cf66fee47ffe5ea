import { hasErrors } from "@cicl/diagnostics";
import { type ExitCode, exitCodeOf } from "../../exit.ts";
import type { CommandOptions } from "../../options.ts";
import { diffs, report } from "../../report/report.ts";
import { run } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";
import { driftOf } from "./drift.ts";

/** `cicl check`: writes nothing and says whether `cicl synth` would. */
export async function check(options: CommandOptions, terminal: Terminal): Promise<ExitCode> {
  const found = await run(options, "keep");
  const { diagnostics, drifted } = driftOf(found);
  const outcome = { ...found, diagnostics: [...found.diagnostics, ...diagnostics] };
  report(outcome, options.format, terminal, () => {
    if (hasErrors(outcome.diagnostics)) return diffs(drifted, terminal.color.out);
    return `${found.entries.length} files are up to date.\n`;
  });
  return exitCodeOf(outcome.diagnostics);
}
