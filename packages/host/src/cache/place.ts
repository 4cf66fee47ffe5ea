import { statSync } from "node:fs";
import { join } from "node:path";
import { checksum } from "./entry.ts";

/**
 * The folder of the cache: `CICL_CACHE_DIR`, else `cicl` in the user's folder for caches.
 * @param env the environment
 * @param platform as `process.platform`
 * @returns absolute, or relative to the current folder where a variable says so
 */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { CICL_CACHE_DIR: own = "", XDG_CACHE_HOME: xdg = "", LOCALAPPDATA: local = "" } = env;
  if (own !== "") return own;
  if (xdg !== "") return join(xdg, "cicl");
  if (platform === "win32" && local !== "") return join(local, "cicl", "Cache");
  const { homedir } = process.getBuiltinModule("node:os");
  return platform === "darwin" ? join(homedir(), "Library", "Caches", "cicl") : join(homedir(), ".cache", "cicl");
}

/** Variables that Node, its locale or esbuild look at by themselves. */
const ambient = ["ESBUILD_BINARY_PATH", "NODE_OPTIONS", "NODE_PATH", "NODE_ICU_DATA", "TZ", "LANG", "LANGUAGE"];

/** What a run is told from outside, beside the process's own arguments and environment. */
export interface Invocation {
  /** Names this build of cicl. */
  readonly build: string;
  readonly color: { readonly out: boolean; readonly err: boolean };
}

/** Describes this process completely, but for the files that it reads: other flags or another Node make another key. */
export function keyOf({ build, color }: Invocation): string {
  const { version, platform, arch, argv, execArgv, env } = process;
  const locale = Object.keys(env).filter((name) => name.startsWith("LC_"));
  const variables = [...ambient, ...locale.sort()].map((name) => [name, env[name] ?? null]);
  return JSON.stringify([build, version, platform, arch, process.cwd(), argv, execArgv, color, variables]);
}

/**
 * The file for the compiled code of a build. V8 looks at its own version alone before it takes such code, and code of
 * another binary of that version makes it crash: releases of Node share a version of V8, and distributions build their own.
 */
export function codeFile(folder: string, build: string): string {
  const { versions, platform, arch, execPath } = process;
  const node = [build, versions, platform, arch, statSync(execPath, { throwIfNoEntry: false })?.size];
  return join(folder, `${checksum(Buffer.from(JSON.stringify(node)))}.code`);
}

/** How the names of entries end. */
export const entrySuffix = ".run";

/** The file for a key below the folder of the cache; two keys may share one, so the entry holds its key. */
export function entryFile(folder: string, key: string): string {
  return join(folder, `${checksum(Buffer.from(key))}${entrySuffix}`);
}
