import type { LowerContext, Tracer, YamlNode } from "@cicl/backend-kit";
import type { Diagnostic } from "@cicl/diagnostics";
import type { Feature, Graph, Job, Pipeline } from "@cicl/model";
import type { ResolvedOptions } from "../options.ts";
import type { SupportedEvent } from "./events.ts";
import type { Plan } from "./plan.ts";

/** What every part of one build shares. */
export interface Scope {
  readonly pipeline: Pipeline<"gated">;
  readonly event: SupportedEvent;
  readonly graph: Graph;
  readonly plan: Plan;
  readonly options: ResolvedOptions;
  readonly pins: LowerContext<unknown>["pins"];
  /** Images without a digest so far. */
  readonly unpinned: Set<string>;
  readonly tracer: Tracer;
  /** Steps so far. */
  readonly steps: YamlNode[];
  /** Names of the secrets so far, as `availableSecrets` lists them, with what they stand for. */
  readonly secrets: Map<string, string>;
  report(diagnostic: Diagnostic): void;
}

/** The job whose steps are being made. */
export interface JobScope extends Scope {
  readonly job: Job<"gated">;
  /** Its image, pinned. */
  readonly image: string;
  /** Folder of `pipeline.ts`, relative to the root; empty at the root. */
  readonly folder: string;
}

/** Records that a use went to the step that is made next. */
export function traceNext(
  scope: Scope,
  node: string,
  feature: Feature,
  detail?: string,
  ...inside: readonly string[]
): void {
  scope.tracer.add(feature, node, ["steps", scope.steps.length, ...inside], detail);
}
