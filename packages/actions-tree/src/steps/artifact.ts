import type { DownloadStep, Job, Report, UploadStep } from "@cicl/model";
import { inside, type Spot, traceAt, writtenAt } from "../scope.ts";
import { emitAction } from "./action.ts";
import { commonKeys, nextSpot } from "./emit.ts";
import { pathIn, type StepLowering, type StepScope } from "./step.ts";

/** Keeps files under a name; every leg of a matrix under a name of its own, since a name can be taken only once. */
export const lowerUpload: StepLowering<UploadStep> = (step, scope, spot) => {
  const here = nextSpot(scope, spot);
  traceAt(scope, inside(here, "uses"), "step.upload");
  if (step.retentionDays !== undefined) traceAt(scope, inside(here, "with", "retention-days"), "step.upload.retention");
  emitAction(
    "actions/upload-artifact",
    {
      ...commonKeys(step, scope, spot),
      with: {
        name: artifactName(step.artifact, scope.job),
        path: joinPaths(step.paths, scope.folder),
        "if-no-files-found": step.ifMissing === "fail" ? "error" : "ignore",
        "retention-days": step.retentionDays,
      },
    },
    scope,
    spot,
  );
};

/** Brings the files of another job. */
export const lowerDownload: StepLowering<DownloadStep> = (step, scope, spot) => {
  traceAt(scope, inside(nextSpot(scope, spot), "uses"), "step.download");
  emitAction(
    "actions/download-artifact",
    { with: { name: step.artifact, path: pathIn(scope.folder, step.path) }, ...commonKeys(step, scope, spot) },
    scope,
    spot,
  );
};

/** A report is an artifact that is kept also when the job has failed before writing all of it. */
export function lowerReport(report: Report, scope: StepScope, spot: Spot): void {
  const here = nextSpot(scope, writtenAt(spot, report.origin));
  traceAt(scope, inside(here, "uses"), "job.report", report.kind);
  emitAction(
    "actions/upload-artifact",
    {
      name: `Keep the ${report.kind} report`,
      if: "${{ always() }}",
      with: {
        name: artifactName(`${scope.job.id}-${report.kind}`, scope.job),
        path: joinPaths(report.paths, scope.folder),
        "if-no-files-found": "ignore",
      },
    },
    scope,
    spot,
  );
}

function artifactName(name: string, job: Pick<Job, "matrix">): string {
  return job.matrix ? `${name}-\${{ strategy.job-index }}` : name;
}

function joinPaths(paths: readonly string[], folder: string): string {
  return paths
    .map((path) => (path.startsWith("!") ? `!${pathIn(folder, path.slice(1))}` : pathIn(folder, path)))
    .join("\n");
}
