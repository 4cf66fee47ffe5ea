import { type Diagnostic, error } from "@cicl/diagnostics";
import type { Pipeline } from "@cicl/model";

/**
 * Refuses pipelines of one root that share a name. Case makes no difference, since names become file names.
 * @returns a CICL1010 for each pipeline but the first of a name
 */
export function sameNames(pipelines: readonly Pipeline<"draft">[]): readonly Diagnostic[] {
  const first = new Map<string, Pipeline<"draft">>();
  return pipelines.flatMap((pipeline): readonly Diagnostic[] => {
    const key = pipeline.name.toLowerCase();
    const other = first.get(key);
    if (!other) {
      first.set(key, pipeline);
      return [];
    }
    return [
      error(
        "CICL1010",
        {
          what: `${pipeline.source} and ${other.source} both declare a pipeline named "${pipeline.name}".`,
          why: "Files, checks and secrets are named after a pipeline, so one would replace the other.",
          fix: "Rename one of them.",
        },
        {
          origin: pipeline.origin,
          pipeline: pipeline.name,
          related: [{ message: "The other one is here.", origin: other.origin }],
        },
      ),
    ];
  });
}
