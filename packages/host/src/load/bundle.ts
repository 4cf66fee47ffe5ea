import { compileFunction } from "node:vm";
import type { Diagnostic, OriginMapper } from "@cicl/diagnostics";
import { readText } from "../disk.ts";
import { readComplaint } from "./complaint.ts";
import { runEsbuild } from "./esbuild.ts";
import { type Modules, makeRequire } from "./modules.ts";
import { originMapper } from "./sourcemap.ts";
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
  /** Maps places in any bundle made so far; makes source maps only now, since a clean run needs none. */
  readonly mapOrigin: OriginMapper;
}

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
  "--sourcefile=cicl-entry.js",
];

/**
 * Makes a bundler.
 * @param root absolute
 * @param esbuild path of esbuild's binary
 * @param modules what user code imports as `cicl` and below; they stay outside of the bundles
 */
export function createBundler(root: string, esbuild: string, modules: Modules): Bundler {
  const sourceMaps: (() => string | undefined)[] = [];
  return {
    bundle(files) {
      const entry = entryOf(files);
      const result = runEsbuild(esbuild, flags, entry, root);
      if (!result.ok) {
        const readSource = (file: string): string | undefined => readText(root, file);
        return { ok: false, diagnostics: readComplaint(result.complaint, readSource, Object.keys(modules)) };
      }
      const name = bundleName(sourceMaps.length);
      sourceMaps.push(() => {
        const mapped = runEsbuild(esbuild, [...flags, "--sourcemap=inline", "--sources-content=false"], entry, root);
        return mapped.ok ? inlineMap(mapped.output) : undefined;
      });
      return { ok: true, run: once(() => start(result.output, name, modules)) };
    },
    mapOrigin: originMapper(sourceMaps),
  };
}

/** A script whose exports are functions that run one file each. */
function entryOf(files: readonly string[]): string {
  return files
    .map((file) => `exports[${JSON.stringify(file)}] = () => require(${JSON.stringify(`./${file}`)});\n`)
    .join("");
}

function start(code: string, name: string, modules: Modules): RunFile {
  const exports: Readonly<Record<string, () => unknown>> = {};
  // Libraries may ask for their own place; they get one that is the same on every machine.
  const scope = { exports, require: makeRequire(modules), module: { exports }, __filename: name, __dirname: "." };
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

function inlineMap(output: string): string | undefined {
  const encoded = /\/\/# sourceMappingURL=data:[^,]*;base64,([^\s]*)\s*$/.exec(output)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString();
}
