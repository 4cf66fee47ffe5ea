import type { Binding } from "@cicl/model";
import type { Place } from "./places.ts";
import { inside, type Scope, type Spot, traceAt, writtenAt } from "./scope.ts";
import { text } from "./value.ts";

/** Environment variables as a map with expressions. */
export function bindingsOf(
  bindings: readonly Binding[],
  place: Place,
  feature: "job.env" | "pipeline.env" | undefined,
  scope: Scope,
  spot: Spot,
): Readonly<Record<string, string>> | undefined {
  if (bindings.length === 0) return undefined;
  return Object.fromEntries(
    bindings.map((binding) => {
      const here = inside(writtenAt(spot, binding.origin), binding.name);
      if (feature) traceAt(scope, here, feature, binding.name);
      return [binding.name, text(binding.value, place, scope, here)];
    }),
  );
}
