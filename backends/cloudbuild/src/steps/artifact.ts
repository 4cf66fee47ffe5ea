import { joinPath, pinnedImage } from "@cicl/backend-kit";
import type { DownloadStep, Report, UploadStep } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import { plainWork, type Work } from "../build/work.ts";
import { shellWord } from "../shell/quote.ts";
import type { StepLowering } from "./step.ts";
import { artifactFolder, keepWork } from "./store.ts";

/** Keeps files for later jobs of the build, and in the bucket for people. */
export const lowerUpload: StepLowering<UploadStep> = (step, node, scope, common) => {
  const image = pinnedImage(scope.options.images.gcloud, scope, step.origin);
  const { artifact: name, paths, retentionDays: days, ifMissing } = step;
  const kept = { kind: "artifacts", name, paths, days, ifMissing } as const;
  const uses: Work["uses"] = [
    ...common.uses,
    { feature: "step.upload", node },
    ...(step.retentionDays === undefined ? [] : [{ feature: "step.upload.retention" as const, node }]),
  ];
  return [keepWork(kept, scope, { ...common, uses }, "upload", image)];
};

/** Brings the files of an earlier job of the same build. */
export const lowerDownload: StepLowering<DownloadStep> = (step, node, scope, common) => {
  const folder = shellWord(joinPath(scope.folder, step.path) || ".");
  return [
    {
      ...common,
      name: "download",
      image: scope.image,
      script: () => [`mkdir -p ${folder}`, `cp -RP ${artifactFolder(step.artifact)}/. ${folder}/`].join("\n"),
      uses: [...common.uses, { feature: "step.download", node }],
    },
  ];
};

/** A report is kept also when the job has failed before writing all of it. */
export function lowerReport(report: Report, scope: JobScope): Work {
  const image = pinnedImage(scope.options.images.gcloud, scope, report.origin);
  const kept = {
    kind: "reports",
    name: `${scope.job.id}-${report.kind}`,
    paths: report.paths,
    days: undefined,
    ifMissing: "ignore",
  } as const;
  const uses = [{ feature: "job.report", node: `job:${scope.job.id}`, detail: report.kind }] as const;
  return keepWork(
    kept,
    scope,
    { ...plainWork, origin: report.origin, runs: "always", uses },
    `keep-${report.kind}`,
    image,
  );
}
