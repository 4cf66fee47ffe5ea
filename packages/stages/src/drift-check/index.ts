import type { GateDefinition } from "@cicl/model";
import { gateJob, type Job, jobDraftOf, setup, sh } from "@cicl/sdk";
import { passed } from "../token.ts";

const id = "drift-check";

/** Lock files of package managers that can bring what a `pipeline.ts` imports. */
const managers = { "pnpm-lock.yaml": "pnpm", "package-lock.json": "npm", "yarn.lock": "yarn" } as const;

/**
 * Renders the repository's pipelines again and fails when a file differs. Where the repository locks packages of node
 * they are installed first, since a pipeline may import them.
 * @param version of cicl, `major.minor`, as the lock names it
 */
function driftCheck(version: string, lockfiles: readonly string[]): Job {
  const lockfile = (Object.keys(managers) as readonly (keyof typeof managers)[]).find((name) =>
    lockfiles.includes(name),
  );
  return gateJob({ id, placement: "source", parameters: {} }, id, {
    outputs: { passed },
    steps: [
      setup.node({ version: "22", ...(lockfile ? { packages: managers[lockfile] } : {}) }),
      sh({ name: "The rendered files are current" })`npx -y cicl@${sh.raw(version)} check`,
      passed,
    ],
    timeout: "10m",
  });
}

/** The gate as the catalogue knows it; it needs the lock's version, so a team can't declare it by hand. */
export const driftCheckGate: GateDefinition = {
  id,
  title: "The rendered files are current",
  placement: "source",
  defaults: {},
  applies: () => ({ applies: true, because: ["rendered files can be edited by hand."] }),
  atLeastAsStrong: () => true,
  build: (_parameters, { version, facts }) => jobDraftOf(driftCheck(version, facts.lockfiles ?? [])),
};
