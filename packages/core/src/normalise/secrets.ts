import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import type { Check } from "./check.ts";
import { type PlacedValue, placed, valuesOf } from "./reads.ts";

/** Secrets and variables of an environment are read only by jobs that deploy to it. */
export const secrets: Check = (pipeline) => {
  const group = pipeline.concurrency ? placed(pipeline.concurrency.group, pipeline.origin) : [];
  const shared = pipeline.env.flatMap(({ value, origin }) => placed(value, origin));
  return [
    ...outside([...shared, ...group], "The pipeline itself", undefined),
    ...pipeline.jobs.flatMap((job) => outside(valuesOf(job), `The job "${job.id}"`, job.environment)),
  ];
};

function outside(values: readonly PlacedValue[], who: string, environment: string | undefined): readonly Diagnostic[] {
  return values.flatMap(({ value, origin }) => {
    if (value.kind !== "secret" && value.kind !== "variable") return [];
    if (value.environment === undefined || value.environment === environment) return [];
    return [refusal(who, value.kind, value.name, value.environment, origin)];
  });
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
