import type { LoweredFile, YamlMap, YamlNode } from "@cicl/backend-kit";
import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { exceeded } from "./exceeded.ts";
import { expressionLimits } from "./expression.ts";
import { treeLimits } from "./tree.ts";
import { literalLength } from "./whole-expression.ts";

/** The largest workflow file, in bytes; beyond it no run starts. Source: GitHub's limits for workflows. */
export const fileBytes = 512_000;

/** Sources: the runner's own parser (groups); the cache's documentation (keys). */
const limits = { groupLength: 400, cacheKeyLength: 512 } as const;

/** Limits that only the finished file shows. */
export function fileLimits(file: LoweredFile): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  /** Of the node that is looked at. */
  const path: string[] = [];
  const visit = (node: YamlNode, origin: Origin | undefined): void => {
    const place = node.origin ?? origin;
    if (node.kind === "sequence") for (const item of node.items) visit(item, place);
    else if (node.kind === "map") {
      diagnostics.push(...cacheKey(node, place));
      for (const { key, value } of node.entries) {
        path.push(key);
        visit(value, place);
        path.pop();
      }
    } else if (typeof node.value === "string") textLimits(node.value, place, path, diagnostics);
  };
  visit(file.tree, undefined);
  return [...diagnostics, ...treeLimits(file.tree), ...deadlocks(file.tree)];
}

function textLimits(text: string, origin: Origin | undefined, path: readonly string[], found: Diagnostic[]): void {
  // Nothing but a condition is an expression without saying so.
  if (text.includes("${{") || path.at(-1) === "if") found.push(...expressionLimits(text, path.join("."), origin));
  if (path.at(-2) !== "concurrency" || path.at(-1) !== "group") return;
  // What its expressions will give is known in the run alone.
  const length = literalLength(text);
  if (length <= limits.groupLength) return;
  const place = path.join(".");
  found.push(exceeded(`The concurrency group at ${place} has ${length} characters`, limits.groupLength, origin));
}

/** @param node a step, or anything else */
function cacheKey(node: YamlMap, origin: Origin | undefined): readonly Diagnostic[] {
  const uses = childOf(node, "uses");
  if (uses?.kind !== "scalar" || !String(uses.value).startsWith("actions/cache")) return [];
  const inputs = childOf(node, "with");
  const key = inputs?.kind === "map" ? childOf(inputs, "key") : undefined;
  const length = key?.kind === "scalar" ? String(key.value).length : 0;
  return length > limits.cacheKeyLength
    ? [exceeded(`The cache's key has ${length} characters`, limits.cacheKeyLength, key?.origin ?? origin)]
    : [];
}

/** A job in the group of its own run waits for that run, which waits for the job. Groups ignore case. */
function deadlocks(workflow: YamlMap): readonly Diagnostic[] {
  const own = groupOf(workflow);
  const jobs = childOf(workflow, "jobs");
  if (own === undefined || jobs?.kind !== "map") return [];
  return jobs.entries.flatMap(({ key, value }) =>
    value.kind === "map" && groupOf(value) === own
      ? [
          error(
            "CICL5001",
            {
              what: `The job "${key}" is in the same concurrency group as its pipeline.`,
              why: "It would wait for its own run, which waits for it.",
              fix: "Give one of them another group.",
            },
            { target: "github", ...(value.origin ? { origin: value.origin } : {}) },
          ),
        ]
      : [],
  );
}

function groupOf(node: YamlMap): string | undefined {
  const concurrency = childOf(node, "concurrency");
  const group = concurrency?.kind === "map" ? childOf(concurrency, "group") : undefined;
  return group?.kind === "scalar" ? String(group.value).toLowerCase() : undefined;
}

function childOf(node: YamlMap, key: string): YamlNode | undefined {
  for (const entry of node.entries) if (entry.key === key) return entry.value;
  return undefined;
}
