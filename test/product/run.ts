import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { emptyFolder, workspace } from "./folders.ts";

/** How a program ended. */
export interface Ran {
  readonly code: number | null;
  /** What it printed, output before errors. */
  readonly text: string;
}

/** What a package manager, a hook or the test runner tells the programs that it starts. */
const ofOthers = /^(?:npm_|pnpm_|git_|vitest|node_env$|node_options$|node_path$|force_color$)/i;

const { PATH = "", ...inherited } = process.env;
const env = {
  ...Object.fromEntries(Object.entries(inherited).filter(([name]) => !ofOthers.test(name))),
  // The Node that runs the tests comes first, whatever else is installed.
  PATH: `${dirname(process.execPath)}${delimiter}${PATH}`,
  NO_COLOR: "1",
  CICL_CACHE_DIR: emptyFolder("cache"),
  // Kept between runs, so that only the first one needs a network.
  npm_config_cache: join(workspace, "node_modules/.cache/npm"),
  npm_config_prefer_offline: "true",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_update_notifier: "false",
};

/**
 * Runs a program as somebody would who has nothing to do with this workspace.
 * @param folder absolute, where it starts
 * @param program a name on the path, or a path
 */
export function run(folder: string, program: string, ...args: readonly string[]): Ran {
  const options: SpawnSyncOptionsWithStringEncoding = { cwd: folder, encoding: "utf8", timeout: 120_000, env };
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  return { code: status, text: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` };
}

/**
 * Runs a program that must succeed.
 * @returns what it printed
 * @throws Error with everything that it printed, if it fails
 */
export function succeed(folder: string, program: string, ...args: readonly string[]): string {
  const { code, text } = run(folder, program, ...args);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${text}`);
  return text;
}
