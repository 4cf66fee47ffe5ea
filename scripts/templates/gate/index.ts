import type { GateDefinition } from "@cicl/model";
import { gateJob, type Job, jobDraftOf, sh } from "@cicl/sdk";
import { passed } from "../token.ts";

const id = "__id__";

const mark = { id, placement: "source", parameters: {} } as const;

/**
 * Runs the repository's own `make __id__`.
 * @returns the gate, to be put into a stage; it has no parameters
 */
export function __name__(): Job {
  return gateJob(mark, id, {
    outputs: { passed },
    steps: [sh({ name: "__title__" })`make __id__`, passed],
    timeout: "10m",
  });
}

/** The gate as the catalogue knows it. */
export const __name__Gate: GateDefinition = {
  id,
  title: "__title__",
  placement: "source",
  defaults: {},
  applies: () => ({ applies: true, because: ["it is required of every repository."] }),
  atLeastAsStrong: () => true,
  build: () => jobDraftOf(__name__()),
};
