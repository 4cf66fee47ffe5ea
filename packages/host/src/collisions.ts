import type { RenderedFile } from "@cicl/core";
import { type Diagnostic, error } from "@cicl/diagnostics";

type Rendered = Pick<RenderedFile, "path" | "pipeline" | "target">;

/** Makes a function that finds, file by file, paths that differ in case only: they are one file on macOS and Windows. */
export function collisions(): (file: Rendered) => readonly Diagnostic[] {
  const first = new Map<string, Rendered>();
  return (file) => {
    const key = file.path.toLowerCase();
    const other = first.get(key);
    if (!other) first.set(key, file);
    if (!other || (other.pipeline === file.pipeline && other.target === file.target)) return [];
    return [
      error(
        "CICL1011",
        {
          what: `The pipelines "${other.pipeline}" and "${file.pipeline}" both write "${file.path}".`,
          why: "One of them would silently replace the other.",
          fix: file.path.endsWith("/action.yml")
            ? "Rename one of the composite actions, or declare it once and import it in both pipelines."
            : "Rename one of the pipelines.",
        },
        { file: file.path, pipeline: file.pipeline, target: file.target },
      ),
    ];
  };
}
