import type { Diagnostic } from "@cicl/diagnostics";
import { disguises } from "./normalise/secrets.ts";
import type { SynthesisInput } from "./synthesis.ts";

/** What a pipeline reads of the repository under a name that belongs to an environment of another one. */
export function checkStoredNames({ pipelines }: Pick<SynthesisInput, "pipelines">): readonly Diagnostic[] {
  const all = new Map(pipelines.flatMap(({ environments }) => environments.map((one) => [one.name, one] as const)));
  if (all.size === 0) return [];
  return pipelines.flatMap((pipeline) => {
    const own = new Set(pipeline.environments.map(({ name }) => name));
    const others = [...all.values()].filter(({ name }) => !own.has(name));
    return others.length === 0 ? [] : disguises(pipeline, others);
  });
}
