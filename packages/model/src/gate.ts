import type { GatePlacement, Job } from "./job.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Json } from "./step.ts";

/** What is known of the repository. `undefined` means unknown, and unknown counts as yes. */
export interface Facts {
  /** Paths of dependency lock files, relative to the root. */
  readonly lockfiles: readonly string[] | undefined;
  readonly dockerfiles: readonly string[] | undefined;
}

export type GateParameters = Readonly<Record<string, Json>>;

/** Whether a gate applies, with the facts that decide it, as sentences. */
export interface Applicability {
  readonly applies: boolean;
  readonly because: readonly string[];
}

/** A gate of the catalogue. */
export interface GateDefinition {
  readonly id: string;
  readonly title: string;
  readonly placement: GatePlacement;
  readonly defaults: GateParameters;
  /** Decides from facts alone; a fact that is unknown must count as yes. */
  applies(facts: Facts, pipeline: Pipeline<"normalised">): Applicability;
  /** Compares typed parameters by the gate's own order. */
  atLeastAsStrong(have: GateParameters, want: GateParameters): boolean;
  /** Builds the gate's job, its last step writing the token. */
  build(parameters: GateParameters, context: GateContext): Job<"draft">;
}

/** What a gate may know besides its parameters. */
export interface GateContext {
  /** Minor version of cicl that the repository's lock names, e.g. `1.4`. */
  readonly version: string;
  readonly facts: Facts;
}

/** One line of a policy: this gate, at least this strong. */
export interface GateRequirement {
  /** Id of the rule, shown wherever the gate appears. */
  readonly rule: string;
  readonly gate: string;
  readonly parameters: GateParameters;
}

/** What an organisation demands of its pipelines. */
export interface Policy {
  /** E.g. `cicl/baseline`. */
  readonly name: string;
  readonly requires: readonly GateRequirement[];
  /** Oldest age of a gate's token at which a deploy still trusts it. */
  readonly tokenMaxAgeHours: number;
}
