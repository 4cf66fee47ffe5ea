import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The tools that judge or run rendered files, at the versions whose answers were read. */
const versions = { zizmor: "1.32.0", actionlint: "v1.7.12", act: "v0.2.89" } as const;

export type Tool = keyof typeof versions;

/** A tool's program, or why there is none. */
export type Found = { readonly program: string } | { readonly missing: string };

/** Where tools are kept: outside of the checkout, and found again by the next run. */
const folder =
  process.env.CICL_ENGINES_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "cicl-engines");

const minutes = 60_000;

/** Finds a tool, and installs it by its own ecosystem's client where it isn't there yet. */
export function obtain(tool: Tool): Found {
  const version = versions[tool];
  const home = join(folder, `${tool}-${version}`);
  const program = join(home, "bin", tool);
  if (existsSync(program)) return { program };
  mkdirSync(home, { recursive: true });
  const problem = installers[tool](home, version);
  return problem === undefined && existsSync(program) ? { program } : { missing: problem ?? "nothing was installed" };
}

/** Each answers with what went wrong. */
const installers: Readonly<Record<Tool, (home: string, version: string) => string | undefined>> = {
  zizmor: (home, version) =>
    failure("python3", ["-m", "venv", home]) ??
    failure(join(home, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", `zizmor==${version}`]),
  actionlint: (home, version) => fromGo(home, `github.com/rhysd/actionlint/cmd/actionlint@${version}`),
  act: (home, version) => fromGo(home, `github.com/nektos/act@${version}`),
};

function fromGo(home: string, module: string): string | undefined {
  return failure("go", ["install", module], { GOBIN: join(home, "bin") });
}

function failure(
  program: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): string | undefined {
  const env = { ...process.env, ...more };
  const { status, stderr, error } = spawnSync(program, args, { env, encoding: "utf8", timeout: 10 * minutes });
  if (status === 0) return undefined;
  return `${program} ${args.join(" ")}: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
}
