import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { type Job, stepsOf, type UploadStep } from "@cicl/model";
import type { Check } from "./check.ts";

/** An artifact's name is taken once in a run: by one step, in one job, in one leg. */
export const artifacts: Check = ({ jobs }) => {
  // Reports are kept as artifacts too, under names made from their jobs.
  const first = new Map<string, Pick<UploadStep, "artifact" | "origin">>(
    jobs.flatMap((job) =>
      job.reports.map(({ kind, origin }) => [`${job.id}-${kind}`, { artifact: `${job.id}-${kind}`, origin }] as const),
    ),
  );
  return jobs.flatMap((job) => {
    const uploads = uploadsOf(job);
    const clashes = uploads.flatMap((upload) => {
      const earlier = first.get(upload.artifact.toLowerCase());
      return earlier ? [taken(upload, earlier.origin)] : [];
    });
    const within = uploads.flatMap((upload) => sameTarget(job, upload));
    for (const upload of uploads) first.set(upload.artifact.toLowerCase(), upload);
    return [...clashes, ...within, ...(job.matrix ? uploads.map((upload) => inEveryLeg(job, upload)) : [])];
  });
};

function uploadsOf(job: Job, target?: string): readonly UploadStep[] {
  return stepsOf(job, target).flatMap(({ step }) => (step.kind === "upload" ? [step] : []));
}

/** Alternatives for different targets may share a name, since only one of them is rendered. */
function sameTarget(job: Job, upload: UploadStep): readonly Diagnostic[] {
  const targets = stepsOf(job).flatMap(({ step }) => (step.kind === "per-target" ? Object.keys(step.targets) : []));
  for (const target of targets.length > 0 ? targets : [undefined]) {
    const seen = uploadsOf(job, target);
    const index = seen.indexOf(upload);
    const earlier = seen.find(
      ({ artifact }, at) => at < index && artifact.toLowerCase() === upload.artifact.toLowerCase(),
    );
    if (earlier) return [taken(upload, earlier.origin)];
  }
  return [];
}

function taken(upload: UploadStep, earlier: Origin): Diagnostic {
  return error(
    "CICL2016",
    {
      what: `The artifact "${upload.artifact}" is uploaded twice in this pipeline.`,
      why: "An artifact's name can be taken only once in a run.",
      fix: "Give one of the two another name.",
    },
    { origin: upload.origin, related: [{ message: "It is uploaded here already.", origin: earlier }] },
  );
}

function inEveryLeg(job: Job, upload: UploadStep): Diagnostic {
  return error(
    "CICL2016",
    {
      what: `Every leg of "${job.id}" uploads the artifact "${upload.artifact}".`,
      why: "An artifact's name can be taken only once in a run.",
      fix: "Upload from a job without a matrix.",
    },
    { origin: upload.origin },
  );
}
