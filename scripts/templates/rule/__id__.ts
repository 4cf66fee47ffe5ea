import { error } from "@cicl/diagnostics";
import type { Rule } from "./rule.ts";

const longest = 40;

/** Names of checks are cut off in narrow views, where two of them would look the same. */
export const __name__: Rule = {
  id: "__id__",
  title: "__title__",
  check: (pipeline) =>
    pipeline.jobs
      .filter((job) => job.id.length > longest)
      .map((job) =>
        error(
          "CICL4003",
          {
            what: `The id of the job "${job.id}" has more than ${longest} characters.`,
            why: "Nobody could tell its check from another.",
            fix: "Give it a shorter one.",
          },
          { origin: job.origin },
        ),
      ),
};
