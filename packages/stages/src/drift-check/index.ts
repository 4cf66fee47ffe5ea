import type { GateDefinition } from "@cicl/model";
import { gateJob, type Job, jobDraftOf, setup, sh } from "@cicl/sdk";
import { passed } from "../token.ts";

const id = "drift-check";

/**
 * Renders the repository's pipelines again and fails when a file differs.
 * @param version of cicl, `major.minor`, as the lock names it
 */
function driftCheck(version: string): Job {
  return gateJob({ id, placement: "source", parameters: {} }, id, {
    outputs: { passed },
    steps: [
      setup.node({ version: "22" }),
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
  build: (_parameters, { version }) => jobDraftOf(driftCheck(version)),
};
