import { type Diagnostic, warning } from "@cicl/diagnostics";
import { mayRunBy } from "../interpret/may-run.ts";
import type { Check } from "./check.ts";

/** Warns of jobs that can never run; a job that two pipelines share may well be idle in one of them. */
export const idle: Check = ({ jobs, triggers }) =>
  jobs.flatMap((job): readonly Diagnostic[] => {
    const never = (what: string, fix: string): Diagnostic =>
      warning(
        "CICL2017",
        { what: `The job "${job.id}" ${what}.`, why: "It would never do anything.", fix },
        { origin: job.origin },
      );
    if (job.runs === "on-failure" && job.edges.length === 0) {
      return [never("runs after a failure and waits for nothing", "Put it into a later stage, or give it needs.")];
    }
    if (triggers.length > 0 && !triggers.some((trigger) => mayRunBy(job, trigger))) {
      const events = [
        ...new Set(triggers.map((trigger) => (trigger.kind === "native" ? trigger.event : trigger.kind))),
      ].join(", ");
      return [
        never(
          `has a condition that none of the pipeline's events (${events}) can meet`,
          "Add the trigger, or mend the condition.",
        ),
      ];
    }
    return [];
  });
