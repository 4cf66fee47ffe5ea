import { changesOf } from "@cicl/host";
import { exitCodeOf } from "../../exit.ts";
import type { CommandOptions, Done } from "../../options.ts";
import { diffs, report } from "../../report/report.ts";
import { run } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";

/** `cicl diff`: prints what `cicl synth` would change; a difference is no failure. */
export async function diff(options: CommandOptions, terminal: Terminal): Promise<Done> {
  const outcome = await run(options, "update");
  report(outcome, options.format, terminal, () => diffs(changesOf(outcome.entries), terminal.color.out));
  return { code: exitCodeOf(outcome.diagnostics), repeatable: false };
}
