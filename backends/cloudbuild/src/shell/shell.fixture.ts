import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareScript } from "./library.ts";

/** A folder that stands in for `/workspace`, with the shared functions in it. */
export function workspace(source: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), "cicl-shell-"));
  for (const [name, text] of Object.entries(source)) writeFileSync(join(root, name), text);
  /** Runs a script as a step of the build would, with `/workspace` replaced by the folder. */
  const run = (script: string, env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script.replaceAll("/workspace", root)], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    return { status, stdout, stderr };
  };
  const prepared = run(prepareScript);
  const script = (...lines: readonly string[]): ReturnType<typeof run> =>
    run([". /workspace/.cicl/cicl.sh", ...lines].join("\n"));
  return {
    root,
    prepared,
    run,
    script,
    /** Starts a job that may take so many seconds. */
    start: (job: string, seconds = 60, copies: "checkout" | "image" | "nothing" = "nothing") =>
      script("cicl_verdict=run", `cicl_start ${job} ${copies}`, `cicl_run ${job} ${seconds}`),
    /** Runs a step of a job. */
    step: (job: string, number: number, text: string, { runs = "on-success", rest = "", before = "" } = {}) =>
      script(`cicl_step ${job} ${number} ${runs}`, before, "(", "set -eu", text, ") &", `cicl_finish "$!" 0 ${rest}`),
    end: (job: string, count: number) => script(`cicl_end ${job} ${count}`),
    state: (job: string): string => script(`cicl_state ${job}`, 'printf %s "$cicl_is"').stdout,
    read: (...path: readonly string[]): string => readFileSync(join(root, ".cicl", ...path), "utf8"),
    list: (...path: readonly string[]): readonly string[] => readdirSync(join(root, ".cicl", ...path)).toSorted(),
  };
}
