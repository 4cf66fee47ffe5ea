import { CiclError, type Diagnostic, error } from "@cicl/diagnostics";
import { brand, type Pipeline } from "@cicl/model";
import { draftOf, isPipeline } from "@cicl/sdk";
import { onBehalfOf } from "./files.ts";
import { thrown, topOf } from "./thrown.ts";
import { withinTime } from "./within-time.ts";

/** A file that can be run, once. */
export interface PipelineRun {
  /** Relative to the root. */
  readonly file: string;
  /** Gives the file's exports, or throws what the file throws. */
  readonly run: () => unknown;
}

/** What one file gives: its pipelines, or why there are none. */
export interface FileResult {
  readonly pipelines: readonly Pipeline<"draft">[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs files and takes the pipelines that they export by default: one, an array, or a promise or function of these.
 * A failing file doesn't keep the others from being read.
 * @param runs the files
 * @param deadlineMs milliseconds after which pending promises are given up
 */
export async function readPipelines(runs: readonly PipelineRun[], deadlineMs: number): Promise<readonly FileResult[]> {
  let expire = (): void => {};
  const expired = new Promise<"expired">((resolve) => {
    expire = () => resolve("expired");
  });
  // The timer also keeps Node from ending, successfully, when nothing but a promise that never settles is left.
  const timer = setTimeout(expire, deadlineMs);
  const seen = new Set<unknown>();
  let current = "";
  const runAll = (): readonly Promise<FileResult>[] =>
    runs.map(async ({ file, run }): Promise<FileResult> => {
      current = file;
      try {
        const exported = await Promise.race([onBehalfOf(file, () => exportedBy(run(), file)), expired]);
        if (exported === "expired") throw tooSlow(file, deadlineMs);
        const source = { source: file };
        return { pipelines: exported.map((draft) => brand<"draft">({ ...draft, ...source })), diagnostics: [] };
      } catch (cause) {
        // A module that two pipelines share throws the same error in both.
        const known = seen.has(cause);
        seen.add(cause);
        return { pipelines: [], diagnostics: known ? [] : thrown(cause, file) };
      }
    });
  const limitMs = deadlineMs * patience + runs.length * perFileMs;
  try {
    return await Promise.all(withinTime(runAll, limitMs, () => endless(current, limitMs)));
  } finally {
    clearTimeout(timer);
  }
}

/** How many times as long as for a promise to wait for code that computes, and how much longer for each file. */
const [patience, perFileMs] = [6, 100];

async function exportedBy(exports: unknown, file: string): Promise<readonly Pipeline<"draft">[]> {
  const names = Object.keys(Object(exports));
  if (!names.includes("default")) throw withoutDefault(file, names);
  const exported = defaultOf(exports);
  const value: unknown = await (typeof exported === "function" ? exported() : exported);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw wrong(file, "an empty array");
  return list.map((item, index) => {
    if (isPipeline(item)) return draftOf(item);
    throw wrong(file, Array.isArray(value) ? `an array that holds ${describe(item)} at ${index}` : describe(item));
  });
}

/** The default export among a module's exports. */
export function defaultOf(exports: unknown): unknown {
  return Reflect.get(Object(exports), "default");
}

function withoutDefault(file: string, names: readonly string[]): CiclError {
  const hint = names.length === 1 ? names[0] : 'pipeline("…", { … })';
  return wrongExport(file, `${file} has no default export.`, `Add \`export default ${hint};\` to it.`);
}

function wrong(file: string, found: string): CiclError {
  return wrongExport(
    file,
    `The default export of ${file} is ${found}, not a pipeline.`,
    'Export what pipeline("…", { … }) returns, an array of such, or a function or promise of these.',
  );
}

function wrongExport(file: string, what: string, fix: string): CiclError {
  const why = "The default export of a pipeline file is what gets rendered.";
  return new CiclError(error("CICL1005", { what, why, fix }, { origin: topOf(file) }));
}

function tooSlow(file: string, deadlineMs: number): CiclError {
  return new CiclError(
    error(
      "CICL1006",
      {
        what: `The promise that ${file} exports didn't settle within ${deadlineMs / 1000} seconds.`,
        why: "A pipeline that never loads would hold up every commit.",
        fix: "Return the pipeline without waiting for the network, or look for a promise that is never resolved.",
      },
      { origin: topOf(file) },
    ),
  );
}

/** The error for code that computes for too long. */
export function endless(file: string, limitMs: number): CiclError {
  return new CiclError(
    error(
      "CICL1006",
      {
        what: `${file} didn't finish loading within ${Math.round(limitMs / 1000)} seconds.`,
        why: "A pipeline that never loads would hold up every commit.",
        fix: "Look for a loop that never ends, in the file or in what it imports.",
      },
      { origin: topOf(file) },
    ),
  );
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") {
    const keys = Object.keys(value).slice(0, 3).join(", ");
    return keys === "" ? "an object" : `an object with ${keys}`;
  }
  if (typeof value === "function") return "a function";
  return `the ${typeof value} ${typeof value === "string" ? JSON.stringify(value) : String(value)}`;
}
