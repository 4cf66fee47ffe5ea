import { type Diagnostic, error, hasErrors } from "@cicl/diagnostics";
import { brand, type Edge, type Job, type Pipeline, type Policy } from "@cicl/model";
import { aggregateJob } from "./aggregate.ts";
import { guardDeploy } from "./guard.ts";
import { injectedStage, injectGates, type PolicyRequest } from "./inject.ts";
import { publishes } from "./publishing.ts";
import { rules } from "./rules/index.ts";

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
  const wrong = policyProblems(request.policy);
  if (wrong.length > 0) return { diagnostics: wrong };
  // What is called runs inside its caller, which has the gates; nothing in it may publish.
  const injection = isCalled(pipeline) ? { jobs: [], diagnostics: [] } : injectGates(pipeline, request);
  const jobs = [...pipeline.jobs, ...injection.jobs];
  const gates = jobs.filter((job) => job.gate?.placement === "source").map((job) => job.id);
  const publishing = jobs.filter((job) => publishes(job, pipeline));
  const waiting = jobs.map((job) => (publishing.includes(job) ? withGates(job, gates) : job));
  const stages = [...pipeline.stages];
  const guarded = { ...pipeline, jobs: waiting };
  const diagnostics = [...injection.diagnostics, ...rules.flatMap((rule) => rule.check(guarded, publishing))];
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

function isCalled({ triggers }: Pipeline): boolean {
  return triggers.every(({ kind }) => kind === "call");
}

/** Numbers of a policy end in shell arithmetic, where anything but a whole number would switch the test off. */
function policyProblems({ name, tokenMaxAgeHours }: Policy): readonly Diagnostic[] {
  if (Number.isInteger(tokenMaxAgeHours) && tokenMaxAgeHours >= 1 && tokenMaxAgeHours <= 24 * 365) return [];
  return [
    error("CICL1008", {
      what: `The policy ${name} says tokenMaxAgeHours: ${tokenMaxAgeHours}.`,
      why: "A deploy could not tell how old a gate's verdict may be.",
      fix: "Give a whole number of hours, 1 to 8760.",
    }),
  ];
}

/** Gate edges beat edges of another kind to the same job. */
function withGates<J extends Job<"normalised">>(job: J, gates: readonly string[]): J {
  const others = job.edges.filter((edge) => !gates.includes(edge.from));
  return { ...job, edges: [...others, ...gates.map((from): Edge => ({ from, kind: "gate" }))] };
}
