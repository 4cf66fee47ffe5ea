import { type Code, type Diagnostic, error } from "@cicl/diagnostics";
import type { z } from "zod";
import { brand, type Phase, type Pipeline, type Unbranded } from "../pipeline.ts";
import { pipelineSchemas } from "./pipeline.ts";

export type ParsedPipeline<P extends Phase> =
  | { readonly ok: true; readonly pipeline: Pipeline<P> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a pipeline from plain data, such as parsed JSON.
 * @param data anything
 * @param phase the phase that the pipeline must be in
 * @returns the pipeline, frozen, or one diagnostic for each thing that is wrong with the data
 */
export function parsePipeline<P extends Phase>(data: unknown, phase: P): ParsedPipeline<P> {
  // The schemas' records would leave this key out without a word.
  const lost = findKey(data, "__proto__");
  if (lost) return { ok: false, diagnostics: [problem("CICL2003", lost, "this key can't be kept")] };
  const schema: z.ZodType<Unbranded<Phase>> = pipelineSchemas[phase];
  const result = schema.safeParse(data);
  if (!result.success) return { ok: false, diagnostics: result.error.issues.map(problemOf) };
  // The schema is that of the phase, which its type can't say for a phase that isn't known yet.
  return { ok: true, pipeline: brand(result.data as Unbranded<P>) };
}

function findKey(data: unknown, key: string): readonly string[] | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (Object.hasOwn(data, key)) return [key];
  for (const [name, child] of Object.entries(data)) {
    const found = findKey(child, key);
    if (found) return [name, ...found];
  }
  return undefined;
}

function problemOf(issue: z.core.$ZodIssue): Diagnostic {
  const code: Code = issue.code === "unrecognized_keys" ? "CICL2003" : "CICL2004";
  return problem(code, issue.path.map(String), issue.message);
}

function problem(code: Code, path: readonly string[], what: string): Diagnostic {
  const place = path.length === 0 ? "its top" : `"${path.join(".")}"`;
  return error(code, {
    what: `The pipeline's data is wrong at ${place}: ${what}.`,
    why: "Data that doesn't follow the schema would be rendered wrongly or not at all.",
    fix: "Write the data as schemas/pipeline.schema.json describes it.",
  });
}
