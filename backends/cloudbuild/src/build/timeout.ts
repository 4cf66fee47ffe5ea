import { error } from "@cicl/diagnostics";
import type { Plan } from "./plan.ts";
import type { Scope } from "./scope.ts";

/** Seconds that a job gets beyond its own time: to pull images, copy files and clean up. */
const slack = 600;

/** The longest that Cloud Build lets a build run. */
const most = 24 * 3600;

/** Seconds that a build may take: those of its longest chain of jobs, or all that there are where one waits for a lock. */
export function buildTimeout(plan: Plan, scope: Scope): number {
  const seconds = chainSeconds(plan);
  if (seconds <= most) return plan.jobs.some((job) => job.concurrency) ? most : seconds;
  scope.report(
    error(
      "CICL5005",
      {
        what: `The jobs that wait for each other may take ${Math.ceil(seconds / 3600)} hours together, and Cloud Build allows 24.`,
        why: "The build would be stopped in the middle, without the steps that clean up.",
        fix: "Give the jobs shorter timeouts.",
      },
      { origin: scope.pipeline.origin, target: "cloudbuild" },
    ),
  );
  return most;
}

/** Seconds that each job may wait for its lock, such that the build has time for all else; its own begins behind. */
export function lockSeconds(plan: Plan): number {
  const locks = plan.jobs.filter((job) => job.concurrency).length;
  return slack + Math.max(0, Math.floor((most - chainSeconds(plan)) / Math.max(1, locks)));
}

function chainSeconds(plan: Plan): number {
  const ends = new Map<string, number>();
  for (const job of plan.jobs) {
    const start = Math.max(0, ...plan.waits(job.id).map((id) => ends.get(id) ?? 0));
    // The least that it waits for a lock is as long.
    ends.set(job.id, start + job.timeoutMinutes * 60 + (job.concurrency ? 2 : 1) * slack);
  }
  return slack + Math.max(0, ...ends.values());
}
