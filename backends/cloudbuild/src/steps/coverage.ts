import { lcovFile, lcovMinimumScript } from "@cicl/backend-kit";
import type { Binding, Report } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import { plainWork, type Work } from "../build/work.ts";

/** Fails the job when its coverage is below the minimum. */
export function lowerCoverageMinimum(report: Report, minimum: number, scope: JobScope): Work {
  const { origin } = report;
  const file = lcovFile(report, scope.report);
  const node = `job:${scope.job.id}`;
  const bind = (name: string, value: string): Binding & { readonly node: string } => ({
    name,
    value: { kind: "literal", value },
    origin,
    node,
  });
  return {
    ...plainWork,
    name: "coverage",
    origin,
    image: scope.image,
    folder: scope.folder,
    bindings: [bind("COVERAGE_FILE", file), bind("COVERAGE_MINIMUM", String(minimum))],
    script: () => lcovMinimumScript,
    uses: [{ feature: "job.report.coverage-minimum", node, detail: report.kind }],
  };
}
