import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { CiclError, error } from "@cicl/diagnostics";

/** What a spawn of esbuild gives: its output, or what it complained about. */
export type EsbuildResult =
  | { readonly ok: true; readonly output: string }
  | { readonly ok: false; readonly complaint: string };

/** The real one: while user code runs, the global `process` is watched. */
const environment = process.env;

/**
 * Finds esbuild's native binary: the one that `ESBUILD_BINARY_PATH` names, else that of this machine's platform package.
 * @param from URL or absolute path of the module whose dependencies hold the platform package
 * @throws CiclError CICL1018 when there is none
 */
export function findEsbuild(from: string): string {
  const override = process.env.ESBUILD_BINARY_PATH;
  if (override !== undefined && override !== "") return override;
  const name = `@esbuild/${process.platform}-${process.arch}`;
  const file = process.platform === "win32" ? "esbuild.exe" : "bin/esbuild";
  try {
    return createRequire(from).resolve(`${name}/${file}`);
  } catch {
    throw missing(`The package ${name} isn't installed.`);
  }
}

/**
 * Runs esbuild's binary.
 * @param binary path of the binary
 * @param args its flags
 * @param input text of the entry
 * @param folder absolute; imports resolve and paths are printed relative to it
 * @throws CiclError CICL1018 when it can't be started
 */
export function runEsbuild(binary: string, args: readonly string[], input: string, folder: string): EsbuildResult {
  // It takes the name in PWD for the folder's, also where that leads through a link.
  const env = { ...environment, PWD: realpathSync(folder) };
  const result = spawnSync(binary, [...args], { cwd: folder, env, input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (result.error) throw missing(`esbuild can't be started from "${binary}" (${result.error.message}).`);
  if (result.status === 0) return { ok: true, output: result.stdout };
  return { ok: false, complaint: result.stderr };
}

function missing(what: string): CiclError {
  return new CiclError(
    error("CICL1018", {
      what,
      why: "cicl reads TypeScript with esbuild's native binary.",
      fix: "Install cicl again without leaving out optional dependencies, or name a binary in ESBUILD_BINARY_PATH.",
    }),
  );
}
