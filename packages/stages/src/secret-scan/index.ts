import type { GateDefinition } from "@cicl/model";
import { checkout, container, gateJob, type Job, jobDraftOf, sh } from "@cicl/sdk";
import { passed } from "../token.ts";

const id = "secret-scan";

/** Successor of gitleaks, with the same flags; the exact version, until a lock names its digest. */
const image = "ghcr.io/betterleaks/betterleaks:v1.7.3";

const report = "secret-scan.sarif";

const mark = { id, placement: "source", parameters: {} } as const;

/**
 * Searches the whole history for credentials; fails on the first one. Found values are never printed.
 * @returns the gate, to be put into a stage; it has no parameters
 */
export function secretScan(): Job {
  return gateJob(mark, id, {
    checkout: checkout({ depth: 0 }),
    outputs: { passed },
    steps: [
      sh({ name: "The whole history is here" })`
        if [ "$(git rev-parse --is-shallow-repository)" != false ]; then
          echo "The working copy holds only a part of the history." >&2
          exit 1
        fi
      `,
      container(image, {
        name: "Search for credentials",
        args: ["git", "--redact", "--exit-code", "1", "--report-format", "sarif", "--report-path", report, "."],
        // The container's user isn't the owner of the working copy, which git refuses unless told.
        env: { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*" },
      }),
      sh({ name: "The scan has left its report" })`test -s ${report}`,
      passed,
    ],
    reports: { sarif: report },
    timeout: "20m",
  });
}

/** The gate as the catalogue knows it. */
export const secretScanGate: GateDefinition = {
  id,
  title: "No credential in the history",
  placement: "source",
  defaults: {},
  applies: () => ({ applies: true, because: ["every repository has a history."] }),
  atLeastAsStrong: () => true,
  build: () => jobDraftOf(secretScan()),
};
