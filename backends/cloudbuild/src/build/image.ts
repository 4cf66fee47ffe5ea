import { pinnedImage } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Job, SetupStep } from "@cicl/model";
import type { Scope } from "./scope.ts";

/** The image of a job's scripts: its container, else that of its only set-up, else the configured default. */
export function imageOfJob(job: Job<"gated">, scope: Scope): string {
  if (job.container) return pinnedImage(job.container.image, scope, job.origin);
  const setups = job.steps.filter((step): step is SetupStep => step.kind === "setup");
  const images = [...new Set(setups.map((step) => `${step.toolchain}:${step.version}`))];
  const [image, another] = images;
  if (image === undefined) return pinnedImage(scope.options.images.default, scope, job.origin);
  if (another !== undefined) {
    scope.report(
      error(
        "CICL5001",
        {
          what: `The job "${job.id}" sets up ${images.join(" and ")}, and has no container.`,
          why: "On Cloud Build a toolchain is the image that a step runs in, and there is only one.",
          fix: "Give the job a container that holds both toolchains, or make two jobs of it.",
        },
        { origin: job.origin, target: "cloudbuild" },
      ),
    );
  }
  return pinnedImage(image, scope, job.origin);
}
