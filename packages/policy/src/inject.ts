import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import type { Facts, GateDefinition, GateRequirement, Job, Normal, Pipeline, Policy } from "@cicl/model";

/** What is asked of a pipeline, with all that the answer depends on. */
export interface PolicyRequest {
  readonly policy: Policy;
  readonly catalogue: readonly GateDefinition[];
  readonly facts: Facts;
  /** Minor version of cicl that the lock names. */
  readonly version: string;
}

/** The stage that injected jobs are shown in. */
export const injectedStage = "cicl-gates";

/** Minutes after which an injected job is stopped. */
const gateTimeoutMinutes = 30;

/** Gates of one pipeline: those that policy adds, and why some can't be added. */
export interface Injection {
  readonly jobs: readonly Job<"normalised">[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds a job for each required gate that applies and that the team hasn't declared at least as strong itself.
 * @param pipeline the team's own jobs
 */
export function injectGates(pipeline: Pipeline<"normalised">, request: PolicyRequest): Injection {
  const jobs: Job<"normalised">[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const requirement of request.policy.requires) {
    const definition = request.catalogue.find((gate) => gate.id === requirement.gate);
    if (!definition) {
      diagnostics.push(unknownGate(requirement, request, pipeline));
      continue;
    }
    const { applies, because } = definition.applies(request.facts, pipeline);
    if (!applies) continue;
    const wanted = { ...definition.defaults, ...requirement.parameters };
    const declared = pipeline.jobs.filter((job) => job.gate?.id === definition.id);
    if (declared.some((job) => definition.atLeastAsStrong(job.gate?.parameters ?? {}, wanted))) continue;
    const taken = pipeline.jobs.find((job) => job.id === definition.id);
    if (taken) {
      diagnostics.push(taken.gate ? weaker(taken, requirement, request) : nameTaken(taken, requirement, request));
      continue;
    }
    const draft = relocate(
      definition.build(wanted, { version: request.version, facts: request.facts }),
      pipeline.origin,
    );
    const mark = { id: definition.id, placement: definition.placement, parameters: wanted };
    jobs.push({
      ...draft,
      stage: injectedStage,
      edges: [],
      timeoutMinutes: draft.timeoutMinutes ?? gateTimeoutMinutes,
      gate: { ...mark, injected: { rule: requirement.rule, layer: request.policy.name, because } },
    } satisfies Job<"draft"> & Normal);
  }
  return { jobs, diagnostics };
}

/** Injected nodes have no place in `pipeline.ts` of their own: what is said of them points at the pipeline. */
function relocate<T>(value: T, origin: Origin): T {
  if (Array.isArray(value)) return value.map((item) => relocate(item, origin)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [
    key,
    key === "origin" ? origin : relocate(child, origin),
  ]);
  return Object.fromEntries(entries) as T;
}

function unknownGate(requirement: GateRequirement, request: PolicyRequest, pipeline: Pipeline): Diagnostic {
  return error(
    "CICL4001",
    {
      what: `The policy ${request.policy.name} requires the gate "${requirement.gate}", which isn't in the catalogue.`,
      why: "A gate that nothing can build would be missing from every pipeline.",
      fix: `Require one of: ${request.catalogue.map((gate) => gate.id).join(", ")}.`,
    },
    { pipeline: pipeline.name },
  );
}

function weaker(job: Job, requirement: GateRequirement, request: PolicyRequest): Diagnostic {
  return error(
    "CICL4002",
    {
      what: `The gate "${job.id}" is weaker than the rule ${requirement.rule} of ${request.policy.name} asks.`,
      why: "A gate counts only at the strength that the organisation asks for.",
      fix: "Give it the parameters of the policy, or leave it out and have it injected.",
    },
    { origin: job.origin },
  );
}

function nameTaken(job: Job, requirement: GateRequirement, request: PolicyRequest): Diagnostic {
  return error(
    "CICL4005",
    {
      what: `The job "${job.id}" has the id of a gate that ${request.policy.name} requires (rule ${requirement.rule}).`,
      why: "Only a job built from the catalogue counts as a gate, and two jobs can't share an id.",
      fix: `Use the gate from "cicl/gates", or give the job another id.`,
    },
    { origin: job.origin },
  );
}
