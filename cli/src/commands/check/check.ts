import { hasErrors } from "@cicl/diagnostics";
import { exitCodeOf } from "../../exit.ts";
import type { CommandOptions, Done } from "../../options.ts";
import { diffs, report } from "../../report/report.ts";
import { untrackedNote } from "../../report/untracked.ts";
import { isRepeatable, run } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";
import { driftOf } from "./drift.ts";

/** `cicl check`: writes nothing and says whether `cicl synth` would. */
export async function check(options: CommandOptions, terminal: Terminal): Promise<Done> {
  const found = await run(options, "keep");
  const { diagnostics, drifted } = driftOf(found);
  const outcome = { ...found, diagnostics: [...found.diagnostics, ...diagnostics] };
  report(outcome, options.format, terminal, () => {
    if (hasErrors(outcome.diagnostics)) return diffs(drifted, terminal.color.out);
    return `${found.entries.length} files are up to date.\n${untrackedNote(found)}`;
  });
  return { code: exitCodeOf(outcome.diagnostics), repeatable: isRepeatable(outcome) };
}
