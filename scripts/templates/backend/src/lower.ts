import { type Lowered, type LoweredFile, map, tracer } from "@cicl/backend-kit";
import type { Diagnostic } from "@cicl/diagnostics";
import type { Pipeline } from "@cicl/model";

/** The folder of the rendered files, relative to the root. */
export const folder = ".__id__";

/** Turns a pipeline into its file; each use of a feature that the capabilities promise is added to the trace. */
export function lower(pipeline: Pipeline<"gated">): Lowered {
  const path = `${folder}/${pipeline.name}.yml`;
  const traced = tracer(path);
  return { files: [{ path, tree: map([]) }], trace: traced.traces, settings: [], diagnostics: [] };
}

/** Checks a finished file against the target's own rules. */
export function validate(_file: LoweredFile): readonly Diagnostic[] {
  return [];
}
