import { changesOf } from "@cicl/host";
import { type ExitCode, exitCodeOf } from "../../exit.ts";
import type { CommandOptions } from "../../options.ts";
import { diffs, report } from "../../report/report.ts";
import { run } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";

/** `cicl diff`: prints what `cicl synth` would change; a difference is no failure. */
export async function diff(options: CommandOptions, terminal: Terminal): Promise<ExitCode> {
  const outcome = await run(options, "update");
  report(outcome, options.format, terminal, () => diffs(changesOf(outcome.entries), terminal.color.out));
  return exitCodeOf(outcome.diagnostics);
}
