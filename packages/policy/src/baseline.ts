import type { Policy } from "@cicl/model";

/**
 * The policy of a repository whose organisation states none: no secret in the history, no dependency with a known
 * serious vulnerability, and rendered files that say what `pipeline.ts` says.
 */
export function baseline(): Policy {
  return {
    name: "cicl/baseline",
    requires: [
      { rule: "secrets-are-not-committed", gate: "secret-scan", parameters: {} },
      { rule: "dependencies-are-audited", gate: "dependency-audit", parameters: {} },
      { rule: "rendered-files-are-current", gate: "drift-check", parameters: {} },
    ],
    tokenMaxAgeHours: 24,
  };
}
