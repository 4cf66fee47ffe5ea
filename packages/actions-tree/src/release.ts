import { scalar, type YamlScalar } from "@cicl/backend-kit";
import { type Job, type Pipeline, stepsOf } from "@cicl/model";
import type { Scope } from "./scope.ts";

/**
 * Says whether what a job makes is released: it pushes an image or deploys, or such a job unpacks an artifact of its,
 * directly or through others. A cache can be filled by whoever ran before, so nothing of that may come from one.
 */
export function isReleased(job: Job, pipeline: Pipeline<"gated">, asked: ReadonlySet<string> = new Set()): boolean {
  if (job.environment !== undefined || job.steps.some((step) => step.kind === "image")) return true;
  const unpacks = (other: Job): boolean =>
    stepsOf(other).some(({ step }) => step.kind === "download" && step.job === job.id);
  const seen = new Set([...asked, job.id]);
  return pipeline.jobs.some((other) => !seen.has(other.id) && unpacks(other) && isReleased(other, pipeline, seen));
}

/**
 * A value that turns a cache on. Where tags start the pipeline too, an auditor can't see that only other jobs release;
 * `isReleased` has.
 */
export function cacheValue(value: string | boolean, { pipeline, dialect }: Scope): YamlScalar {
  const releases = dialect.audited && pipeline.triggers.some((trigger) => trigger.kind === "tag");
  return scalar(
    value,
    releases ? "zizmor: ignore[cache-poisoning] no file that this job makes is released" : undefined,
  );
}
