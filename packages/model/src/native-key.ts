import type { Origin } from "@cicl/diagnostics";
import type { Condition } from "./condition.ts";
import type { Expression } from "./expression.ts";
import type { Json, TargetId } from "./step.ts";

/**
 * A key that one target alone knows, in its own words: on a trigger, a pipeline, a job or a step. Refused on every other
 * target.
 */
export interface NativeKey {
  readonly target: TargetId;
  readonly origin: Origin;
  /** Where it stands in what the target makes of its owner, e.g. `["environment", "deployment"]`. */
  readonly path: readonly string[];
  readonly content: NativeContent;
}

/** Plain data, or what is known only when the pipeline runs. */
export type NativeContent =
  | { readonly kind: "data"; readonly data: Json }
  | { readonly kind: "value"; readonly value: Expression }
  | { readonly kind: "condition"; readonly condition: Condition };

/** How a key is told apart from others at one node. @param owner what holds it, where several share the node */
export function keyDetail({ path }: NativeKey, owner = ""): string {
  return `${owner}${owner === "" ? "" : " "}${path.join(".")}`;
}
