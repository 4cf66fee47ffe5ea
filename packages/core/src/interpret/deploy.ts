import { type Environment, matchesAny } from "@cicl/model";
import { holdsOnlyByCase } from "./evaluate.ts";
import type { RunFacts } from "./facts.ts";
import type { InterpretableJob } from "./run.ts";

/** What stops a deploy that would otherwise start. */
export interface Barrier {
  readonly result: "failure" | "waiting";
  readonly why: string;
}

/**
 * Asks a deploy's environment.
 * @param approvals environments whose approval was given
 * @returns what stops the deploy: a failure where its ref may not deploy, a wait where an approval is missing
 */
export function barrierOf(
  job: InterpretableJob,
  environments: readonly Environment[],
  approvals: readonly string[],
  facts: RunFacts,
): Barrier | undefined {
  const environment = environments.find(({ name }) => name === job.environment);
  if (!environment) return undefined;
  const { name, branches, approval } = environment;
  if (branches && !(typeof facts.branch === "string" && matchesAny(facts.branch, branches))) {
    return { result: "failure", why: `The run's ref may not deploy to "${name}".` };
  }
  if (job.when && holdsOnlyByCase(job.when, facts)) {
    return { result: "failure", why: "The run's ref differs in case from the one that may deploy." };
  }
  if (!approval || approvals.includes(name)) return undefined;
  return { result: "waiting", why: `It waits for the approval of "${name}".` };
}
