import { lcovFile, lcovMinimumScript } from "@cicl/backend-kit";
import type { Report } from "@cicl/model";
import { inside, type Spot, traceAt, writtenAt } from "../scope.ts";
import { emit, nextSpot, runText } from "./emit.ts";
import { pathIn, type StepScope } from "./step.ts";

/** Fails the job when its coverage is below the minimum. */
export function lowerCoverageMinimum(report: Report, minimum: number, scope: StepScope, spot: Spot): void {
  const file = lcovFile(report, scope.report);
  traceAt(scope, inside(nextSpot(scope, spot), "run"), "job.report.coverage-minimum", report.kind);
  emit(
    {
      name: `At least ${minimum} % of the lines are covered`,
      env: { COVERAGE_FILE: pathIn(scope.folder, file), COVERAGE_MINIMUM: String(minimum) },
      run: runText(lcovMinimumScript, "sh", scope, writtenAt(spot, report.origin)),
    },
    scope,
    spot,
  );
}
