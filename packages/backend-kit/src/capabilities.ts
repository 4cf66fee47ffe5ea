import { type Diagnostic, error } from "@cicl/diagnostics";
import { type Feature, type FeatureUse, features } from "@cicl/model";
import type { Capabilities, Support } from "./backend.ts";

/** The target carries the feature in its own words. */
export const native: Support = { kind: "native" };

/** The target carries it in another way; `how` says which, and what differs. */
export function emulated(how: string): Support {
  return { kind: "emulated", how };
}

/** The engine has nothing that could carry the feature. */
export function impossible(why: string, fix: string): Support {
  return { kind: "unsupported", never: true, why, fix };
}

/** The engine could carry the feature, but cicl doesn't render it. */
export function notYet(fix: string): Support {
  return { kind: "unsupported", never: false, why: "What isn't rendered would be lost without a word.", fix };
}

/**
 * Refuses every use of a feature that a target can't carry.
 * @param uses of one pipeline, for this target
 * @param title of the target, as people write it
 */
export function checkCapabilities(
  uses: readonly FeatureUse[],
  capabilities: Capabilities,
  target: { readonly id: string; readonly title: string },
): readonly Diagnostic[] {
  return uses.flatMap((use) => {
    const support = supportOf(use, capabilities, target);
    if (support.kind !== "unsupported") return [];
    const detail = use.detail === undefined || use.feature === "step.native" ? "" : ` (${use.detail})`;
    const elsewhere = use.targets && !use.targets.includes(target.id);
    const what = elsewhere
      ? `This ${features[use.feature]}${detail} is written for ${use.targets.join(" and ")} alone.`
      : support.never
        ? `${target.title} has no ${features[use.feature]}${detail}.`
        : `cicl doesn't render this for ${target.title} yet: ${features[use.feature]}${detail}.`;
    return [
      error(
        support.never ? "CICL5001" : "CICL5002",
        { what, why: support.why, fix: support.fix },
        { origin: use.origin, target: target.id },
      ),
    ];
  });
}

/** What is written for some targets is refused on the others, whatever those can do. */
function supportOf(
  use: FeatureUse,
  capabilities: Capabilities,
  target: { readonly id: string; readonly title: string },
): Support {
  if (use.targets && !use.targets.includes(target.id)) {
    return impossible(
      `${target.title} doesn't know it, and leaving it out would change what runs.`,
      use.feature.startsWith("step.")
        ? `Say with perTarget({ … }) what ${target.id} does instead; an empty list says "nothing".`
        : `Leave it out, or render this pipeline in a folder with a cicl.config.ts of its own that doesn't name ${target.id}.`,
    );
  }
  return capabilities[use.feature];
}

/** One row of a capability table. */
export interface CapabilityRow {
  readonly feature: Feature;
  readonly title: string;
  readonly support: Support;
}

/** The rows of a target's capability table, in the model's order. */
export function capabilityRows(capabilities: Capabilities): readonly CapabilityRow[] {
  return (Object.keys(features) as readonly Feature[]).map((feature) => ({
    feature,
    title: features[feature],
    support: capabilities[feature],
  }));
}
