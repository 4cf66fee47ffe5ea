import { error } from "@cicl/diagnostics";
import type { Rule } from "./rule.ts";

/** A pull request beside the filter starts no run: no gate looks at it, and a required check waits for ever. */
export const noPathFilter: Rule = {
  id: "no-path-filter",
  title: "Every pull request of a pipeline with gates starts a run",
  check(pipeline) {
    if (!pipeline.jobs.some((job) => job.role === "gate")) return [];
    return pipeline.triggers.flatMap((trigger) =>
      trigger.kind === "pull-request" && trigger.paths
        ? [
            error(
              "CICL4003",
              {
                what: "Pull requests that change other paths only would pass by the gates of this pipeline.",
                why: "The run doesn't start for them: nothing is scanned, and a required check waits for ever.",
                fix: "Leave out the path filter on pull requests; a filter on pushes is fine.",
              },
              { origin: trigger.origin },
            ),
          ]
        : [],
    );
  },
};
