import type { Job, Pipeline } from "@cicl/model";

/** The folder of `pipeline.ts`, relative to the root; empty at the root. */
export function folderOf({ source }: Pick<Pipeline, "source">): string {
  return source.includes("/") ? source.slice(0, source.lastIndexOf("/")) : "";
}

/**
 * The folder that a job's paths and scripts are relative to; empty for the top of its working copy. A gate looks at the
 * whole repository, wherever the pipeline stands, and without a working copy there is no folder to stand in.
 */
export function folderOfJob(job: Pick<Job, "role" | "checkout">, pipeline: Pick<Pipeline, "source">): string {
  return job.role === "gate" || !job.checkout ? "" : folderOf(pipeline);
}

/** Joins a folder and a path below it; `.` and empty parts vanish, also when nothing is left. */
export function joinPath(folder: string, path: string): string {
  return `${folder}/${path}`
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}
