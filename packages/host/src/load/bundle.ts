import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import type { Diagnostic, OriginMapper } from "@cicl/diagnostics";
import { observeAbove, observeInputs } from "../cache/inputs.ts";
import { makeScratch } from "../cache/store.ts";
import type { World } from "../cache/world.ts";
import { readText } from "../disk.ts";
import { readComplaint } from "./complaint.ts";
import { type EsbuildResult, runEsbuild } from "./esbuild.ts";
import { type Modules, makeRequire } from "./modules.ts";
import { originMapper, type SourceMap } from "./sourcemap.ts";
import { bundleName } from "./stack.ts";

/** Runs one file of a bundle, at most once, and gives its exports; throws what the file throws. */
export type RunFile = (file: string) => unknown;

/** A bundle that can be run, or why there is none. */
export type Bundle =
  | { readonly ok: true; readonly run: RunFile }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes bundles of user code and knows where the code in them comes from. */
export interface Bundler {
  /**
   * Bundles files into one script, so that a value imported by two of them is one value. None of them runs yet.
   * @param files relative to the root
   * @throws CiclError CICL1018 when esbuild can't be started
   */
  bundle(files: readonly string[]): Bundle;
  /** Maps places in any bundle made so far. */
  readonly mapOrigin: OriginMapper;
}

/** The name of the script that esbuild is given; no file. */
const entryName = "cicl-entry.js";

const flags = [
  "--bundle",
  "--format=cjs",
  "--platform=node",
  "--target=node20",
  "--external:cicl",
  "--external:cicl/*",
  // A dynamic import becomes a `require`, which the bundle is given.
  "--supported:dynamic-import=false",
  "--log-override:empty-import-meta=error",
  "--log-level=error",
  "--log-limit=0",
  "--color=false",
  "--charset=utf8",
  `--sourcefile=${entryName}`,
  // Warnings are common and shown at their place; making the map takes less than another spawn of esbuild.
  "--sourcemap=inline",
  "--sources-content=false",
];

/** What a bundler depends on. */
export interface BundlerInput {
  /** The root, absolute. */
  readonly root: string;
  /** Path of esbuild's binary. */
  readonly esbuild: string;
  /** What user code imports as `cicl` and below; it stays outside of the bundles. */
  readonly modules: Modules;
  /** Remembers what bundles were made from. */
  readonly world: World;
  /** The folder of the cache, absolute, for files in passing; without one nobody knows what was read. */
  readonly cache?: string | undefined;
}

/** Makes a bundler. */
export function createBundler({ root, esbuild, modules, world, cache }: BundlerInput): Bundler {
  const sourceMaps: SourceMap[] = [];
  observeAbove(root, world);
  return {
    bundle(files) {
      const since = Date.now();
      const made = inPassing(cache, (folder) =>
        runEsbuild(esbuild, [...flags, ...toFolder(folder)], entryOf(files), root),
      );
      if (!made.ok) {
        const readSource = (file: string): string | undefined => readText(root, file);
        return { ok: false, diagnostics: readComplaint(made.complaint, readSource, Object.keys(modules)) };
      }
      if (made.metafile === undefined) world.unsettled();
      else observeInputs(root, JSON.parse(made.metafile), entryName, since, world);
      const name = bundleName(sourceMaps.length);
      const [code, map] = splitMap(made.output);
      sourceMaps.push({ map, folder: made.folder ?? root });
      return { ok: true, run: once(() => start(code, name, makeRequire(modules, world))) };
    },
    mapOrigin: originMapper(sourceMaps, root),
  };
}

/** A script whose exports are functions that run one file each. */
function entryOf(files: readonly string[]): string {
  return files
    .map((file) => `exports[${JSON.stringify(file)}] = () => require(${JSON.stringify(`./${file}`)});\n`)
    .join("");
}

function start(code: string, name: string, require: (id: string) => unknown): RunFile {
  const exports: Readonly<Record<string, () => unknown>> = {};
  // Libraries may ask for their own place; they get one that is the same on every machine.
  const scope = { exports, require, module: { exports }, __filename: name, __dirname: "." };
  compileFunction(code, Object.keys(scope), { filename: name })(...Object.values(scope));
  return (file) => exports[file]?.();
}

/** Starts a script when its first file is asked for; a script that can't start fails in the same way for every file. */
function once(begin: () => RunFile): RunFile {
  let started: RunFile | undefined;
  return (file) => {
    started ??= attempt(begin);
    return started(file);
  };
}

function attempt(begin: () => RunFile): RunFile {
  try {
    return begin();
  } catch (cause) {
    return () => {
      throw cause;
    };
  }
}

/** A bundle as esbuild has made it. */
type Made =
  | { readonly ok: true; readonly output: string; readonly metafile?: string; readonly folder?: string }
  | { readonly ok: false; readonly complaint: string };

/** The flags with which esbuild writes into a folder, and says what it has read. */
function toFolder(folder: string | undefined): readonly string[] {
  return folder === undefined
    ? []
    : [`--outfile=${join(folder, outputName)}`, `--metafile=${join(folder, metafileName)}`];
}

const [outputName, metafileName] = ["bundle.js", "bundle.json"];

/** Lets esbuild write into a folder of its own; where that fails, as on a full disk, it prints instead. */
function inPassing(cache: string | undefined, run: (folder?: string) => EsbuildResult): Made {
  const folder = cache === undefined ? undefined : makeScratch(cache);
  if (folder === undefined) return run();
  try {
    const result = run(folder);
    if (!result.ok) return result.complaint.includes("Failed to write to output file") ? run() : result;
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    return { ok: true, output: read(outputName), metafile: read(metafileName), folder };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The code of a bundle, and its source map in base64. */
function splitMap(output: string): readonly [code: string, map: string] {
  const comment = "//# sourceMappingURL=data:application/json;base64,";
  const position = output.lastIndexOf(comment);
  return [output.slice(0, position), output.slice(position + comment.length).trim()];
}
