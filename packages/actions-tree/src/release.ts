import { scalar, type YamlScalar } from "@cicl/backend-kit";
import { makesPublic, type Pipeline, stepsOf } from "@cicl/model";
import type { Scope } from "./scope.ts";

/**
 * The jobs whose work is released: those that push an image, deploy, or may publish by an action or a scope, and those
 * whose artifacts such a job unpacks, directly or through others. A cache can be filled by whoever ran before, so nothing
 * of that may come from one.
 * @returns their ids
 */
export function releasedJobs(pipeline: Pipeline<"gated">): ReadonlySet<string> {
  const byId = new Map(pipeline.jobs.map((job) => [job.id, job]));
  const pending = pipeline.jobs.filter(
    (job) => makesPublic(job, pipeline) || job.steps.some((step) => step.kind === "image"),
  );
  const released = new Set<string>();
  for (let job = pending.pop(); job !== undefined; job = pending.pop()) {
    if (released.has(job.id)) continue;
    released.add(job.id);
    for (const { step } of stepsOf(job)) {
      const from = step.kind === "download" ? byId.get(step.job) : undefined;
      if (from) pending.push(from);
    }
  }
  return released;
}

/**
 * A value that turns a cache on. Where tags start the pipeline too, an auditor can't see that only other jobs release;
 * `releasedJobs` has.
 */
export function cacheValue(value: string | boolean, { pipeline, dialect }: Scope): YamlScalar {
  const releases = dialect.audited && pipeline.triggers.some((trigger) => trigger.kind === "tag");
  return scalar(
    value,
    releases ? "zizmor: ignore[cache-poisoning] no file that this job makes is released" : undefined,
  );
}
