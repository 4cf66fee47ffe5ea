import { type Diagnostic, error } from "@cicl/diagnostics";
import { aggregateId } from "@cicl/model";
import type { Rule } from "./rule.ts";

/** A pull request is given one verdict under one name: that of the run which looked at its own commit. */
export const oneVerdict: Rule = {
  id: "one-verdict",
  title: "The aggregate speaks of the pull request's own commit",
  check(pipeline) {
    const speaks = pipeline.required.length > 0 || pipeline.jobs.some((job) => job.role === "gate");
    if (!speaks || !pipeline.triggers.some(({ kind }) => kind === "pull-request")) return [];
    return pipeline.triggers.flatMap((trigger): readonly Diagnostic[] => {
      if (trigger.kind !== "native" || !trigger.open) return [];
      return [
        error(
          "CICL4003",
          {
            what: `The pipeline "${pipeline.name}" starts on pull requests and on ${trigger.event}.`,
            why: `Runs of ${trigger.event} look at another commit, and their ${aggregateId} would stand beside the one that counts, under the same name.`,
            fix: `Start a pipeline of its own on ${trigger.event}.`,
          },
          { origin: trigger.origin },
        ),
      ];
    });
  },
};
