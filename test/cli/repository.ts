import { execFile, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const bin = fileURLToPath(new URL("../../cli/bin/cicl.cjs", import.meta.url));

/** What a run of the command line printed, and its exit code. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A git repository for one test. */
export interface Repository {
  readonly folder: string;
  /** The folder of the cache that its runs use; below no repository. */
  readonly cache: string;
  /** Runs the built command line in the repository. */
  cicl(...args: readonly string[]): Ran;
  /** The same without waiting for its end. */
  start(...args: readonly string[]): Promise<Ran>;
  /** The same with more environment variables. */
  startIn(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>;
  /** The same with more environment variables, below a folder of the repository. */
  ciclIn(below: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): Ran;
  write(path: string, text: string): void;
  read(path: string): string;
  exists(path: string): boolean;
  remove(path: string): void;
  /** All files but git's own, relative, sorted. */
  files(): readonly string[];
}

/**
 * Makes a git repository outside of any other, without `node_modules`.
 * @param files path → content
 */
export function repository(files: Readonly<Record<string, string>>): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cicl-")));
  const cache = mkdtempSync(join(tmpdir(), "cicl-cache-"));
  for (const made of [folder, cache]) onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const git = spawnSync("git", ["init", "--quiet"], { cwd: folder, encoding: "utf8" });
  if (git.status !== 0) throw new Error(`git init failed: ${git.stderr}`);
  const optionsIn = (below: string, env: Readonly<Record<string, string>>) => {
    const { NODE_EXTRA_CA_CERTS: _, FORCE_COLOR: __, NODE_PATH: ___, ...inherited } = process.env;
    return {
      cwd: join(folder, below),
      encoding: "utf8",
      env: { ...inherited, CICL_CACHE_DIR: cache, ...env },
      timeout: 60_000,
    } as const;
  };
  const ciclIn: Repository["ciclIn"] = (below, env, ...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], optionsIn(below, env));
    return { code: status, out: stdout, err: stderr };
  };
  const startIn: Repository["startIn"] = (env, ...args) =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, [bin, ...args], optionsIn(".", env), (_, out, err) =>
        resolve({ code: child.exitCode, out, err }),
      );
    });
  const repository: Repository = {
    folder,
    cache,
    ciclIn,
    cicl: (...args) => ciclIn(".", {}, ...args),
    start: (...args) => startIn({}, ...args),
    startIn,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    exists: (path) => existsSync(join(folder, path)),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !path.startsWith(".git/"))
        .sort(),
  };
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  return repository;
}

/** The text of a small pipeline. */
export function pipelineText(name: string, script = "echo hello"): string {
  return `import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh\`${script}\`] });

export default pipeline("${name}", {
  on: [on.pullRequest(), on.push({ branches: ["main"] })],
  stages: [stage("verify", [unit])],
});
`;
}

/** A configuration for both forges. */
export const bothTargets = `import { defineConfig } from "cicl";

export default defineConfig({ targets: { github: {}, gitea: {} } });
`;
