import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** How a job ended; act names a job that it skipped nowhere. */
export type End = "success" | "failure" | "skipped";

interface Play {
  /** Files of the repository by path, workflows among them. */
  readonly files: Readonly<Record<string, string>>;
  /** Programs that the scripts find first, by name, as shell scripts. */
  readonly programs?: Readonly<Record<string, string>>;
  /** As GitHub spells it; `push` unless told. */
  readonly event?: string;
  readonly payload?: object;
  readonly env?: Readonly<Record<string, string>>;
  /** The name of the one workflow to run; all that the event starts unless told. */
  readonly workflow?: string;
  /** Actions that stand in for others: `owner/repo@commit` by an `action.yml`. */
  readonly actions?: Readonly<Record<string, string>>;
}

/** A fresh folder that is gone after the test. */
export function temporary(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Runs workflows by act on this machine, on the branch main, without a download.
 * @returns the end of each job that ran
 */
export function act(program: string, play: Play): ReadonlyMap<string, End> {
  const folder = temporary("cicl-act-");
  const outside = temporary("cicl-act-home-");
  const write = (top: string, path: string, text: string, mode = 0o644): void => {
    mkdirSync(join(top, dirname(path)), { recursive: true });
    writeFileSync(join(top, path), text);
    chmodSync(join(top, path), mode);
  };
  for (const [path, text] of Object.entries(play.files))
    write(folder, path, text, path.endsWith(".sh") ? 0o755 : 0o644);
  for (const [name, text] of Object.entries(play.programs ?? {})) write(outside, `bin/${name}`, text, 0o755);
  write(outside, "event.json", JSON.stringify({ ref: "refs/heads/main", ...play.payload }));
  const stands = Object.entries(play.actions ?? {}).flatMap(([name, text], index) => {
    write(outside, `action-${index}/action.yml`, text);
    return ["--local-repository", `${name}=${join(outside, `action-${index}`)}`];
  });
  const git = (...args: readonly string[]): void => {
    const identity = ["-c", "user.name=cicl", "-c", "user.email=cicl@example.com"];
    const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  };
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=start");
  const env = Object.entries(play.env ?? {}).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  const { event = "push", workflow } = play;
  const chosen = workflow === undefined ? [] : ["-W", workflow];
  const machine = [
    "-P",
    "ubuntu-24.04=-self-hosted",
    "--eventpath",
    join(outside, "event.json"),
    "--concurrent-jobs=2",
  ];
  const { stdout, stderr } = spawnSync(program, [event, "--json", ...chosen, ...machine, ...env, ...stands], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      HOME: outside,
      XDG_CACHE_HOME: outside,
      PATH: `${join(outside, "bin")}:${process.env.PATH}`,
    },
    timeout: 100_000,
  });
  const results = new Map<string, End>();
  for (const line of stdout.split("\n")) {
    if (!line.startsWith("{")) continue;
    const { jobID, jobResult } = JSON.parse(line) as { readonly jobID?: string; readonly jobResult?: End };
    if (jobID !== undefined && jobResult !== undefined) results.set(jobID, jobResult);
  }
  if (results.size === 0) throw new Error(`act ran nothing: ${stderr}${stdout.slice(0, 2000)}`);
  return results;
}
