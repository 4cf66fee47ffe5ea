import { error } from "@cicl/diagnostics";
import type { Job } from "@cicl/model";
import { isEventOnly } from "../interpret/evaluate.ts";
import type { Check } from "./check.ts";

/** Nothing that gates depend on, or that they guard, goes on where others stop. */
export const gates: Check = ({ jobs }) =>
  jobs.flatMap((job) =>
    weaknesses(job).map((weakness) =>
      error(
        "CICL4003",
        {
          what: `The ${job.role} "${job.id}" ${weakness}.`,
          why: "Its result would no longer show that all before it went well.",
          fix: "Remove that, or move it to an ordinary job.",
        },
        { origin: job.origin },
      ),
    ),
  );

function weaknesses(job: Job): readonly string[] {
  if (job.role === "ordinary" || job.role === "aggregate") return [];
  const found: string[] = [];
  if (job.runs !== "on-success") found.push(`runs ${job.runs === "always" ? "always" : "on failure"}`);
  if (job.role === "gate" && job.allowFailure) found.push("may fail without failing the run");
  if (job.role === "gate" && job.when && !isEventOnly(job.when)) found.push("has a condition on more than the event");
  return found;
}
