import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Concurrency } from "@cicl/model";
import type { SynthesisInput } from "./synthesis.ts";

type Calling = Pick<SynthesisInput, "pipelines" | "partial">;

/** What only all pipelines together show of those that call each other. */
export function checkCallees(input: Calling): readonly Diagnostic[] {
  return [...missingCallees(input), ...deadlocks(input)];
}

/** A run that is called waits for its caller's group, which is held until the call ends. */
function deadlocks({ pipelines }: Calling): readonly Diagnostic[] {
  const groups = new Map(pipelines.map(({ name, concurrency }) => [name, groupOf(concurrency)]));
  return pipelines.flatMap(({ jobs, name, concurrency }) =>
    jobs.flatMap(({ call, origin, concurrency: own }) => {
      const group = call?.of.kind === "pipeline" ? groups.get(call.of.pipeline) : undefined;
      if (group === undefined || (group !== groupOf(concurrency) && group !== groupOf(own))) return [];
      return [
        error(
          "CICL2020",
          {
            what: `The call of "${call?.of.kind === "pipeline" ? call.of.pipeline : ""}" is in the same concurrency group as its caller.`,
            why: "The called run would wait for its caller, which waits for it.",
            fix: "Give one of the two another group.",
          },
          { origin, pipeline: name },
        ),
      ];
    }),
  );
}

/** Groups ignore case. */
function groupOf(concurrency: Concurrency | undefined): string | undefined {
  return concurrency && JSON.stringify(concurrency.group).toLowerCase();
}

/** A pipeline that is called must be rendered as well. */
function missingCallees({ pipelines, partial = false }: Calling): readonly Diagnostic[] {
  if (partial) return [];
  const known = new Set(pipelines.map(({ name }) => name));
  return pipelines.flatMap(({ jobs, name }) =>
    jobs.flatMap(({ call, origin }) => {
      if (call?.of.kind !== "pipeline" || known.has(call.of.pipeline)) return [];
      return [
        error(
          "CICL2020",
          {
            what: `The pipeline "${call.of.pipeline}" is called, but no file exports it by default.`,
            why: "It wouldn't be rendered, and the call would name a file that doesn't exist.",
            fix: "Export it from a pipeline.ts, alone or in an array with others.",
          },
          { origin, pipeline: name },
        ),
      ];
    }),
  );
}
