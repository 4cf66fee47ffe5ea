import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { type Environment, type Pipeline, scopedName } from "@cicl/model";
import type { Check } from "./check.ts";
import { type PlacedValue, placed, valuesOf } from "./reads.ts";

/** Secrets and variables of an environment are read only by jobs that deploy to it. */
export const secrets: Check = (pipeline) => {
  const group = pipeline.concurrency ? placed(pipeline.concurrency.group, pipeline.origin) : [];
  const shared = pipeline.env.flatMap(({ value, origin }) => placed(value, origin));
  return [
    ...outside([...shared, ...group], "The pipeline itself", undefined),
    ...pipeline.jobs.flatMap((job) => outside(valuesOf(job), `The job "${job.id}"`, job.environment)),
    ...disguises(pipeline, pipeline.environments),
  ];
};

/**
 * Reads of a secret or variable of the repository whose name is the stored one of an environment's.
 * @param environments whose names count: those of all pipelines share one store
 */
export function disguises(
  pipeline: Pick<Pipeline, "concurrency" | "env" | "jobs" | "origin">,
  environments: readonly Environment[],
): readonly Diagnostic[] {
  const { concurrency, env, jobs, origin } = pipeline;
  const reads = [
    ...(concurrency ? placed(concurrency.group, origin) : []),
    ...env.flatMap((binding) => placed(binding.value, binding.origin)),
    ...jobs.flatMap(valuesOf),
  ];
  return reads.flatMap((read) => inDisguise(read, environments));
}

function outside(values: readonly PlacedValue[], who: string, environment: string | undefined): readonly Diagnostic[] {
  return values.flatMap(({ value, origin }) => {
    if (value.kind !== "secret" && value.kind !== "variable") return [];
    if (value.environment === undefined || value.environment === environment) return [];
    return [refusal(who, value.kind, value.name, value.environment, origin)];
  });
}

/** The stored name of an environment's secret, read as one of the repository. */
function inDisguise({ value, origin }: PlacedValue, environments: readonly Environment[]): readonly Diagnostic[] {
  if ((value.kind !== "secret" && value.kind !== "variable") || value.environment !== undefined) return [];
  const name = value.name.toUpperCase();
  const owner = environments.find((environment) => name.startsWith(scopedName("", environment.name)));
  return owner ? [disguise(value.kind, value.name, owner.name, origin)] : [];
}

function disguise(kind: string, name: string, environment: string, origin: Origin): Diagnostic {
  return error(
    "CICL2009",
    {
      what: `The ${kind} "${name}" of the repository has a name that belongs to the environment "${environment}".`,
      why: `Targets that keep all ${kind}s in one place store those of the environment under such names.`,
      fix: `Read it as a ${kind} of the environment, in a deploy to it, or choose another name.`,
    },
    { origin },
  );
}

function refusal(who: string, kind: string, name: string, environment: string, origin: Origin): Diagnostic {
  return error(
    "CICL2009",
    {
      what: `${who} reads the ${kind} "${name}" of the environment "${environment}" but doesn't deploy to it.`,
      why: "The protection of an environment covers only the jobs that deploy to it.",
      fix: `Read it in a deploy to "${environment}", or use a ${kind} of the repository.`,
    },
    { origin },
  );
}
