import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Report } from "@cicl/model";

/**
 * Reads the line coverage out of an LCOV file and fails below a minimum, and where the file holds no line at all.
 * Expects `COVERAGE_FILE` and `COVERAGE_MINIMUM` (percent) in the environment.
 */
export const lcovMinimumScript = [
  `awk -F: -v minimum="$COVERAGE_MINIMUM" '`,
  "  /^LF:/ { found += $2 }",
  "  /^LH:/ { hit += $2 }",
  "  END {",
  '    if (found == 0) { print "The coverage report names no line."; exit 1 }',
  '    printf "%.2f %% of %d lines are covered; at least %s %% are asked for.\\n", 100 * hit / found, found, minimum',
  "    exit (100 * hit < minimum * found)",
  "  }",
  `' "$COVERAGE_FILE"`,
].join("\n");

/**
 * The one LCOV file that a least coverage is read from.
 * @param report says why another report can't be read
 */
export function lcovFile({ paths, origin }: Report, report: (diagnostic: Diagnostic) => void): string {
  const [file = ""] = paths;
  if (paths.length !== 1 || !/\.(info|lcov)$/.test(file) || /[*?]/.test(file)) {
    report(
      error(
        "CICL5002",
        {
          what: `A least coverage can be read from one LCOV file alone, not from ${paths.join(", ")}.`,
          why: "A minimum that nobody tests would look like a gate and be none.",
          fix: "Let the tests write LCOV, e.g. to coverage/lcov.info, and name that file.",
        },
        { origin },
      ),
    );
  }
  return file;
}
