import { type Diagnostic, hasErrors } from "@cicl/diagnostics";
import { brand, type Edge, type Job, type Pipeline } from "@cicl/model";
import { aggregateJob } from "./aggregate.ts";
import { guardDeploy } from "./guard.ts";
import { injectedStage, injectGates, type PolicyRequest } from "./inject.ts";
import { bypasses } from "./prove.ts";
import { publishes } from "./publishing.ts";

/** A gated pipeline, or why it can't be one. */
export interface Gating {
  readonly pipeline?: Pipeline<"gated">;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings a pipeline behind the gates that a policy requires: adds the gates that are missing, an edge from every source
 * gate to everything that publishes, a test in front of each deploy, and the aggregate. Doing it twice adds nothing.
 * @param pipeline the team's pipeline
 * @param request the policy, the catalogue and the facts that decide which gates apply
 */
export function applyPolicy(pipeline: Pipeline<"normalised">, request: PolicyRequest): Gating {
  const injection = injectGates(pipeline, request);
  const jobs = [...pipeline.jobs, ...injection.jobs];
  const gates = jobs.filter((job) => job.gate?.placement === "source").map((job) => job.id);
  const publishing = jobs.filter((job) => publishes(job, pipeline));
  const waiting = jobs.map((job) => (publishing.includes(job) ? withGates(job, gates) : job));
  const stages = [...pipeline.stages];
  const guarded = { ...pipeline, jobs: waiting };
  const diagnostics = [...injection.diagnostics, ...bypasses(guarded, publishing)];
  if (hasErrors(diagnostics)) return { diagnostics };
  const aggregate = jobs.some((job) => job.role === "aggregate") ? undefined : aggregateJob(guarded);
  const injected = injection.jobs.length > 0 || aggregate !== undefined;
  if (injected && !stages.some((stage) => stage.name === injectedStage)) {
    stages.push({ name: injectedStage, origin: pipeline.origin });
  }
  const finished = waiting.map((job) =>
    job.environment === undefined ? job : guardDeploy(job, gates, pipeline, request.policy),
  );
  return {
    pipeline: brand<"gated">({
      ...pipeline,
      phase: "gated",
      stages,
      jobs: [...finished, ...(aggregate ? [aggregate] : [])],
    }),
    diagnostics,
  };
}

/** Gate edges beat edges of another kind to the same job. */
function withGates<J extends Job<"normalised">>(job: J, gates: readonly string[]): J {
  const others = job.edges.filter((edge) => !gates.includes(edge.from));
  return { ...job, edges: [...others, ...gates.map((from): Edge => ({ from, kind: "gate" }))] };
}
