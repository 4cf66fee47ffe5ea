import type { LoweredFile, YamlNode } from "@cicl/backend-kit";
import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { legsOf, type Pipeline } from "@cicl/model";

/**
 * What GitHub takes at most; beyond most of these it starts no run, without a word.
 * Source: GitHub's limits for workflows, and the runner's own parser for the length of expressions.
 */
const limits = { matrixLegs: 256, expressionLength: 21_000, dispatchInputs: 25 } as const;

/** Limits that the pipeline itself can exceed. */
export function pipelineLimits(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  return [
    ...pipeline.jobs.flatMap((job) =>
      job.matrix && legsOf(job.matrix).length > limits.matrixLegs
        ? [
            exceeded(
              `The matrix of "${job.id}" has ${legsOf(job.matrix).length} legs`,
              limits.matrixLegs,
              job.matrix.origin,
            ),
          ]
        : [],
    ),
    ...pipeline.triggers.flatMap((trigger) => {
      const count = trigger.kind === "manual" ? Object.keys(trigger.inputs).length : 0;
      return count > limits.dispatchInputs
        ? [exceeded(`The manual trigger has ${count} inputs`, limits.dispatchInputs, trigger.origin)]
        : [];
    }),
  ];
}

/** Limits that only the finished file shows: any text with an expression in it counts as one expression. */
export function fileLimits(file: LoweredFile): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visit = (node: YamlNode, origin: Origin | undefined, path: string): void => {
    const place = node.origin ?? origin;
    if (node.kind === "sequence") for (const item of node.items) visit(item, place, path);
    else if (node.kind === "map") for (const { key, value } of node.entries) visit(value, place, `${path}${key}.`);
    else if (
      typeof node.value === "string" &&
      node.value.includes("${{") &&
      node.value.length > limits.expressionLength
    ) {
      const what = `The expression at ${path.slice(0, -1)} has ${node.value.length} characters`;
      diagnostics.push(exceeded(what, limits.expressionLength, place));
    }
  };
  visit(file.tree, undefined, "");
  return diagnostics;
}

function exceeded(what: string, most: number, origin: Origin | undefined): Diagnostic {
  return error(
    "CICL5005",
    {
      what: `${what}; GitHub takes ${most}.`,
      why: "Beyond it GitHub starts no run at all, and says nothing.",
      fix: "Make several jobs, pipelines or conditions of it.",
    },
    { target: "github", ...(origin ? { origin } : {}) },
  );
}
