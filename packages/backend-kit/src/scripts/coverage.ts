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
