import type { LowerContext, Tracer } from "@cicl/backend-kit";
import type { Diagnostic, Origin } from "@cicl/diagnostics";
import type { EventName, Feature, Graph, Pipeline } from "@cicl/model";
import type { Dialect } from "./dialect.ts";

/** What every part of lowering one workflow shares. */
export interface Scope {
  readonly dialect: Dialect;
  readonly pipeline: Pipeline<"gated">;
  readonly graph: Graph;
  readonly events: ReadonlySet<EventName>;
  /** Events of the target's own among the triggers, as the target spells them. */
  readonly natives: readonly string[];
  /** Ids of the jobs whose work is released. */
  readonly released: ReadonlySet<string>;
  readonly pins: LowerContext<unknown>["pins"];
  /** Images without a digest so far. */
  readonly unpinned: Set<string>;
  readonly tracer: Tracer;
  report(diagnostic: Diagnostic): void;
}

/** What can start a run. */
export type Starts = Pick<Scope, "events" | "natives">;

/** Where the part that is being lowered stands: its node in the pipeline, and its path in the workflow. */
export interface Spot {
  readonly node: string;
  /** The node that values and conditions are counted at: `pipeline` or `job:<id>`. */
  readonly owner: string;
  readonly path: readonly (string | number)[];
  readonly origin: Origin;
}

/** A spot further in. */
export function inside(spot: Spot, ...path: readonly (string | number)[]): Spot {
  const { node, owner, origin } = spot;
  return { node, owner, origin, path: spot.path.concat(path) };
}

/** The same spot, for what is written elsewhere in `pipeline.ts`. */
export function writtenAt(spot: Spot, origin: Origin): Spot {
  return { node: spot.node, owner: spot.owner, path: spot.path, origin };
}

/** Records that a use of a feature went to a place further in. */
export function traceInside(
  scope: Scope,
  spot: Spot,
  feature: Feature,
  path: readonly (string | number)[],
  detail?: string,
): void {
  scope.tracer.add(feature, spot.node, spot.path.concat(path), detail);
}

/** Records that a value or condition that a job or the pipeline reads went to a spot. */
export function traceOwned(scope: Scope, spot: Spot, feature: Feature, detail?: string): void {
  scope.tracer.add(feature, spot.owner, spot.path, detail);
}

/** Records that a use of a feature went to a spot. */
export function traceAt(scope: Scope, spot: Spot, feature: Feature, detail?: string): void {
  scope.tracer.add(feature, spot.node, spot.path, detail);
}
