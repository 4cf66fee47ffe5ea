import { type Diagnostic, warning } from "@cicl/diagnostics";
import { aggregateId, type Pipeline } from "@cicl/model";
import type { Target } from "./synthesis.ts";

/**
 * A merge queue waits for the aggregate as a pull request does, and gets it only from a pipeline that starts there too.
 * Where one of the targets has no merge queue the trigger can't be added; the settings of the others then say to leave
 * the queue off.
 */
export function mergeQueueMissed(pipeline: Pipeline<"gated">, targets: readonly Target[]): readonly Diagnostic[] {
  const proposed = pipeline.triggers.find((trigger) => trigger.kind === "pull-request");
  const queued = pipeline.triggers.some((trigger) => trigger.kind === "merge-queue");
  const aggregate = pipeline.jobs.some((job) => job.id === aggregateId);
  const possible = targets.every(
    ({ backend, options }) => backend.capabilities(options)["trigger.merge-queue"].kind !== "unsupported",
  );
  if (!proposed || queued || !aggregate || !possible) return [];
  return [
    warning(
      "CICL4007",
      {
        what: `The pipeline "${pipeline.name}" runs on pull requests, and not in a merge queue.`,
        why: `A branch rule that asks for ${aggregateId} would wait for it there for ever, and nothing would merge.`,
        fix: "Add on.mergeQueue(); without a queue it starts nothing.",
      },
      { origin: proposed.origin },
    ),
  ];
}
