import { CiclError, type Diagnostic, renderPretty, toJson } from "@cicl/diagnostics";
import { type PlanEntry, readText, unifiedDiff } from "@cicl/host";
import type { Format } from "../options.ts";
import type { Outcome } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { paint } from "./paint.ts";

/**
 * Prints what a command found.
 * @param body the command's own text for people, with a final newline; empty for none
 */
export function report(outcome: Outcome, format: Format, terminal: Terminal, body: () => string): void {
  const reports = {
    json: () => terminal.out(`${JSON.stringify(jsonOf(outcome), null, 2)}\n`),
    pretty: () => {
      terminal.out(body());
      printDiagnostics(outcome, terminal);
    },
  } satisfies Record<Format, () => void>;
  reports[format]();
}

/** Prints diagnostics for people, on the error stream, with the code that they are about. */
export function printDiagnostics(
  { diagnostics, root, mapOrigin }: Pick<Outcome, "diagnostics" | "root" | "mapOrigin">,
  terminal: Terminal,
): void {
  const readSource = (file: string): string | undefined => (root === undefined ? undefined : sourceOf(root, file));
  terminal.err(renderPretty(diagnostics, { readSource, mapOrigin, color: terminal.color.err }));
}

/** A place is shown without its code where that can't be read. */
function sourceOf(root: string, file: string): string | undefined {
  try {
    return readText(root, file);
  } catch (cause) {
    if (cause instanceof CiclError) return undefined;
    throw cause;
  }
}

/** The document of `--format json`; its keys only ever grow. */
function jsonOf(outcome: Outcome): object {
  return {
    version,
    pipelines: outcome.pipelines,
    files: outcome.entries.map(({ path, target, pipeline, status }) => ({
      path,
      target: target ?? null,
      pipeline: pipeline ?? null,
      status,
    })),
    gates: outcome.gates,
    settings: outcome.settings,
    untracked: outcome.untracked,
    diagnostics: diagnosticsJson(outcome),
  };
}

/** Diagnostics as a program reads them, at their places in the user's files. */
export function diagnosticsJson({ diagnostics, mapOrigin }: Pick<Outcome, "diagnostics" | "mapOrigin">): unknown {
  return toJson(diagnostics, mapOrigin);
}

/** The unified diffs of some files, one after the other. */
export function diffs(entries: readonly PlanEntry[], color: boolean): string {
  const styles = { "+": "green", "-": "red", "@": "cyan" } as const;
  return entries
    .map(unifiedDiff)
    .join("")
    .split("\n")
    .map((line) => {
      const first = line.charAt(0);
      return first === "+" || first === "-" || first === "@" ? paint(styles[first], line, color) : line;
    })
    .join("\n");
}

/** Diagnostics of a command that couldn't even begin. */
export function reportFailure(diagnostics: readonly Diagnostic[], format: Format, terminal: Terminal): void {
  const mapOrigin: Outcome["mapOrigin"] = (origin) => origin;
  const failed = {
    pipelines: [],
    targets: [],
    entries: [],
    gates: [],
    settings: [],
    unpinned: [],
    unknown: [],
    untracked: [],
    diagnostics,
    mapOrigin,
  };
  report(failed, format, terminal, () => "");
}
