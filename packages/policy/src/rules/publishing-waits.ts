import { bypass, type Rule } from "./rule.ts";

/** A job that runs in any case, or after a failure, goes on where a gate has failed. */
export const publishingWaits: Rule = {
  id: "publishing-waits",
  title: "What publishes runs only after success",
  check: (_, publishing) =>
    publishing
      .filter((job) => job.runs !== "on-success")
      .map((job) => bypass(job, `runs ${job.runs}, whatever the gates say`, `Leave out "runs" on this job.`)),
};
