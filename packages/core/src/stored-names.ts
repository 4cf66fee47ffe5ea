import { type Diagnostic, error } from "@cicl/diagnostics";
import { scopedName } from "@cicl/model";
import { type PlacedValue, placed, valuesOf } from "./normalise/reads.ts";
import type { SynthesisInput } from "./synthesis.ts";

/**
 * Finds reads of the repository's secrets and variables whose name is the stored one of an environment's: targets that keep
 * all in one place would hand it to jobs that don't deploy. The environments of all pipelines share that place.
 */
export function checkStoredNames({ pipelines }: Pick<SynthesisInput, "pipelines">): readonly Diagnostic[] {
  const environments = [...new Set(pipelines.flatMap((pipeline) => pipeline.environments.map(({ name }) => name)))];
  if (environments.length === 0) return [];
  return pipelines.flatMap(({ name: pipeline, concurrency, env, jobs, origin }) => {
    const reads = [
      ...(concurrency ? placed(concurrency.group, origin) : []),
      ...env.flatMap((binding) => placed(binding.value, binding.origin)),
      ...jobs.flatMap(valuesOf),
    ];
    return reads.flatMap((read) => inDisguise(read, environments, pipeline));
  });
}

function inDisguise(
  { value, origin }: PlacedValue,
  environments: readonly string[],
  pipeline: string,
): readonly Diagnostic[] {
  if ((value.kind !== "secret" && value.kind !== "variable") || value.environment !== undefined) return [];
  const name = value.name.toUpperCase();
  const environment = environments.find((candidate) => name.startsWith(scopedName("", candidate)));
  if (environment === undefined) return [];
  return [
    error(
      "CICL2009",
      {
        what: `The ${value.kind} "${value.name}" of the repository has a name that belongs to the environment "${environment}".`,
        why: `Targets that keep all ${value.kind}s in one place store those of the environment under such names.`,
        fix: `Read it as a ${value.kind} of the environment, in a deploy to it, or choose another name.`,
      },
      { origin, pipeline },
    ),
  ];
}
