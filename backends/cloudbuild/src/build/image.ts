import { error, type Origin, warning } from "@cicl/diagnostics";
import type { Job, SetupStep } from "@cicl/model";
import type { Scope } from "./scope.ts";

/**
 * An image by the digest that the lock has for it, else by its exact version, with a warning. A tag that says no version
 * is refused: it means another image every week.
 */
export function pinnedImage(image: string, scope: Pick<Scope, "pins" | "report">, origin: Origin): string {
  if (image.includes("@sha256:")) return image;
  const digest = scope.pins.image(image);
  if (digest !== undefined) return `${image}@${digest}`;
  const exact = /\d/.test(/:([^/:]+)$/.exec(image)?.[1] ?? "");
  scope.report(
    (exact ? warning : error)(
      "CICL5004",
      {
        what: exact
          ? `The image ${image} is rendered by its tag: the lock holds no digest for it.`
          : `The image ${image} names no version.`,
        why: "Whoever owns the registry can put another image behind the tag.",
        fix: `${exact ? "Add" : "Name a version, or add"} its digest under "images" in cicl.lock: "${image}": { "digest": "sha256:…" }.`,
      },
      { origin },
    ),
  );
  return image;
}

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
