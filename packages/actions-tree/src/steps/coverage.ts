import { lcovMinimumScript } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Report } from "@cicl/model";
import { inside, type Spot, traceAt } from "../scope.ts";
import { emit, nextSpot, runText } from "./emit.ts";
import { joinPath, type StepScope } from "./step.ts";

/** Fails the job when its coverage is below the minimum. */
export function lowerCoverageMinimum(report: Report, minimum: number, scope: StepScope, spot: Spot): void {
  const [file = ""] = report.paths;
  if (!/\.(info|lcov)$/.test(file) || /[*?]/.test(file) || report.paths.length !== 1) {
    scope.report(
      error(
        "CICL5002",
        {
          what: `A least coverage can be read from one LCOV file alone, not from ${report.paths.join(", ")}.`,
          why: "A minimum that nobody tests would look like a gate and be none.",
          fix: "Let the tests write LCOV, e.g. to coverage/lcov.info, and name that file.",
        },
        { origin: report.origin, target: scope.dialect.target },
      ),
    );
  }
  traceAt(scope, inside(nextSpot(scope, spot), "run"), "job.report.coverage-minimum", report.kind);
  emit(
    {
      name: `At least ${minimum} % of the lines are covered`,
      env: { COVERAGE_FILE: joinPath(scope.folder, file), COVERAGE_MINIMUM: String(minimum) },
      run: runText(lcovMinimumScript, "sh", scope, { ...spot, origin: report.origin }),
    },
    scope,
    spot,
  );
}
