import type { Origin } from "@cicl/diagnostics";
import type { Environment as EnvironmentNode, Job as JobModel } from "@cicl/model";
import { fail } from "../check/fail.ts";
import type { Reader } from "../check/reader.ts";
import { registry, type Sealed } from "../sealed.ts";
import { expressionOf, type Value } from "../values.ts";

/** A job, to be put into a stage and into `needs`. */
export interface Job extends Sealed<{ job: true }> {
  readonly id: string;
  /** `success`, `failure`, `skipped` or `cancelled`; only jobs that run in any case may read it. */
  readonly result: Value<never, "result">;
}

/** What stands behind a job's handle. */
export interface JobNode {
  /** The job; its stage and the sources of its downloads are filled in by the pipeline. */
  readonly draft: JobModel<"draft">;
  readonly needs: readonly JobNode[] | undefined;
  readonly environment: EnvironmentNode | undefined;
  /** Owner of the job's outputs and result. */
  readonly token: object;
}

/** All jobs ever built, by handle. */
export const jobs = registry<Job, JobNode>();

/** Reads a job; names and copies are refused with the reason. */
export const jobNode: Reader<JobNode> = (value, origin) => jobs.open(value) ?? refuse(value, origin);

function refuse(value: unknown, origin: Origin): never {
  if (isCopy(value)) {
    fail(
      "CICL2007",
      {
        what: "This is a copy of a job.",
        why: "A copy has no identity of its own, so needs and outputs would point at the original.",
        fix: "Use the job itself, or build a second one with a function that takes what differs.",
      },
      origin,
    );
  }
  if (value === undefined) {
    fail(
      "CICL2005",
      {
        what: "This job isn't there yet: it is declared further down, or not at all.",
        why: "A job can only need what stands above it, so that no two can wait for each other.",
        fix: "Declare the job above the one that needs it; of jobs that need each other, one need has to go.",
      },
      origin,
    );
  }
  fail(
    "CICL2005",
    {
      what: typeof value === "string" ? `${JSON.stringify(value)} is text, not a job.` : "This isn't a job.",
      why: "Jobs are named by value, so that a misspelt one can't be written.",
      fix: 'Pass what "job", "image" or "deploy" returned.',
    },
    origin,
  );
}

/** A spread copies the members but not the identity; the result is a value that only jobs have. */
function isCopy(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("result" in value)) return false;
  return expressionOf(value.result)?.kind === "result";
}
