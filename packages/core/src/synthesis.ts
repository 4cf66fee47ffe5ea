import type { Backend, EmittedFile, Pins, Setting } from "@cicl/backend-kit";
import type { Diagnostic } from "@cicl/diagnostics";
import type { Facts, GateDefinition, GateReason, Pipeline, Policy, TargetId } from "@cicl/model";

/** All that a synthesis depends on; the same input gives the same bytes. */
export interface SynthesisInput {
  readonly pipelines: readonly Pipeline<"draft">[];
  /** The root has more pipelines than these. */
  readonly partial?: boolean;
  readonly targets: readonly Target[];
  /** Absent: no gates. */
  readonly policy?: Policy;
  readonly catalogue: readonly GateDefinition[];
  readonly facts: Facts;
  readonly pins: Pins;
  /** Minor version of cicl, e.g. `1.4`: what the drift check calls. */
  readonly version: string;
}

/** A backend with the options that its own `options` returned. */
export interface Target {
  readonly backend: Backend;
  readonly options: unknown;
}

export interface Synthesis {
  readonly files: readonly RenderedFile[];
  readonly settings: readonly Setting[];
  /** The gates of every pipeline, injected or declared. */
  readonly gates: readonly PlacedGate[];
  /** With an error among them, the files must not be written. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenderedFile extends EmittedFile {
  readonly target: TargetId;
  readonly pipeline: string;
}

export interface PlacedGate {
  readonly pipeline: string;
  readonly job: string;
  readonly gate: string;
  /** Absent: the team declared it. */
  readonly injected?: GateReason;
}
