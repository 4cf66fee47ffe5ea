import type { GateDefinition } from "@cicl/model";
import { container, gateJob, type Job, jobDraftOf, sh } from "@cicl/sdk";
import { passed } from "../token.ts";

const id = "dependency-audit";

/** Reads the lock files of every common ecosystem; the exact version, until a lock names its digest. */
const image = "ghcr.io/google/osv-scanner:v2.6.0";

const report = "dependency-audit.sarif";

const mark = { id, placement: "source", parameters: {} } as const;

/**
 * Looks every locked dependency up among the known vulnerabilities; fails on any, and where it finds no lock file.
 * A finding is waived with a reason and a date in the repository's osv-scanner.toml.
 * @returns the gate, to be put into a stage; it has no parameters
 */
export function dependencyAudit(): Job {
  return gateJob(mark, id, {
    outputs: { passed },
    steps: [
      container(image, {
        name: "Look up the dependencies",
        args: ["scan", "source", "--recursive", "--format", "sarif", "--output-file", report, "."],
      }),
      sh({ name: "The audit has left its report" })`test -s ${report}`,
      passed,
    ],
    reports: { sarif: report },
    timeout: "20m",
  });
}

/** The gate as the catalogue knows it. */
export const dependencyAuditGate: GateDefinition = {
  id,
  title: "No dependency with a known vulnerability",
  placement: "source",
  defaults: {},
  applies: ({ lockfiles }) => {
    if (lockfiles === undefined) return { applies: true, because: ["it isn't known whether there is a lock file."] };
    if (lockfiles.length === 0) return { applies: false, because: ["there is no lock file."] };
    return { applies: true, because: lockfiles.map((path) => `${path} locks dependencies.`) };
  },
  atLeastAsStrong: () => true,
  build: () => jobDraftOf(dependencyAudit()),
};
