import { exitCodeOf } from "../../exit.ts";
import type { CommandOptions, Done } from "../../options.ts";
import { report } from "../../report/report.ts";
import { run } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";

/** `cicl __id__`: names the pipelines and what they are rendered from; writes nothing. */
export async function __name__(options: CommandOptions, terminal: Terminal): Promise<Done> {
  const outcome = await run(options, "keep");
  report(outcome, options.format, terminal, () =>
    outcome.pipelines.map(({ name, source }) => `${name} ${source}\n`).join(""),
  );
  return { code: exitCodeOf(outcome.diagnostics), repeatable: false };
}
