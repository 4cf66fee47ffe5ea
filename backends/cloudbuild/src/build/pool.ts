import type { YamlData } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Job } from "@cicl/model";
import type { Scope } from "./scope.ts";

/** The machine of a build: all its jobs share one. */
export function poolOf(jobs: readonly Job<"gated">[], scope: Scope): { readonly [key: string]: YamlData } {
  const { options } = scope;
  const wanted = new Map(jobs.map((job) => [poolOfJob(job, scope), job]));
  const [[pool = "default"] = [], [other, job] = []] = [...wanted];
  if (job && other !== undefined) {
    scope.report(
      error(
        "CICL5002",
        {
          what: `cicl doesn't render jobs on different machines for Cloud Build yet: "${job.id}" wants ${other}, and others want ${pool}.`,
          why: "All steps of a build run on one machine.",
          fix: "Let the labels of all jobs name one pool under pools in the options of cloudbuild, or make two pipelines.",
        },
        { origin: job.origin, target: "cloudbuild" },
      ),
    );
  }
  return pool === "default" ? { machineType: options.machineType } : { pool: { name: pool } };
}

function poolOfJob(job: Job<"gated">, { options, report }: Scope): string {
  const place = { origin: job.origin, target: "cloudbuild" } as const;
  const { os, arch, labels } = job.runner;
  if (os !== "linux" || arch !== "x64") {
    report(
      error(
        "CICL5001",
        {
          what: `The job "${job.id}" wants ${os} on ${arch}.`,
          why: "Cloud Build's machines run Linux on x64.",
          fix: "Render this pipeline for another target.",
        },
        place,
      ),
    );
  }
  const pools = labels.map((label) => {
    const pool = options.pools[label];
    if (pool !== undefined) return pool;
    report(
      error(
        "CICL5006",
        {
          what: `The options of cloudbuild name no pool for the runner label "${label}".`,
          why: "Cloud Build has no labels; a label stands for a pool of machines.",
          fix: `Add it in cicl.config.ts: cloudbuild: { pools: { ${JSON.stringify(label)}: "default" } }.`,
        },
        place,
      ),
    );
    return "default";
  });
  const distinct = [...new Set(pools)];
  return distinct.length === 0 ? "default" : distinct.join(" and ");
}
