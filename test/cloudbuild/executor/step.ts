import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BuildStep, millisecondsOf, Refused, type Volume } from "./build-file.ts";
import type { Host, Image } from "./host.ts";

/** How one process ended. */
export type End =
  | { readonly kind: "exited"; readonly code: number; readonly output: string }
  | { readonly kind: "timeout"; readonly output: string }
  | { readonly kind: "killed"; readonly output: string };

/** What a step is given besides itself. */
export interface Surroundings {
  readonly host: Host;
  readonly image: Image;
  readonly volumes: readonly Volume[];
  /** Variables as `NAME=value`; a later one wins. Paths in them are replaced. */
  readonly env: readonly string[];
  /** Values of secrets by their variable; they stay as they are. */
  readonly secrets: Readonly<Record<string, string>>;
}

export interface Running {
  readonly ended: Promise<End>;
  kill(): void;
}

/** Starts a step's process, as the leader of a group that ends together. */
export function startStep(step: BuildStep, { host, image, volumes, env, secrets }: Surroundings): Running {
  const remap = (text: string): string => host.remap(text, volumes);
  const scratch = host.scratch();
  const directory = resolve(host.workspace, remap(step.dir ?? "."));
  mkdirSync(directory, { recursive: true });
  const [command, ...args] = commandOf(step, image, remap, scratch);
  if (command === undefined) throw new Refused(`The image ${step.name} has no entry point, and the step says nothing.`);
  const variables = env.map((entry) => [
    entry.slice(0, entry.indexOf("=")),
    remap(entry.slice(entry.indexOf("=") + 1)),
  ]);
  const path = [...(image.commands === undefined ? [] : [image.commands]), "/usr/local/bin", "/usr/bin", "/bin"];
  const child = spawn(command, args, {
    cwd: directory,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: path.join(":"),
      TMPDIR: scratch,
      // The builders keep their credentials there.
      HOME: host.home,
      ...Object.fromEntries(variables),
      ...secrets,
    },
  });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  let reason: "timeout" | "killed" | undefined;
  const endGroup = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // Nothing of the group is left.
    }
  };
  const kill = (why: "timeout" | "killed"): void => {
    reason ??= why;
    endGroup();
  };
  // As with a container: what the process left running ends with it.
  child.on("exit", endGroup);
  const timer =
    step.timeout === undefined ? undefined : setTimeout(() => kill("timeout"), millisecondsOf(step.timeout));
  const ended = new Promise<End>((settle) => {
    child.on("error", ({ message }) => settle({ kind: "exited", code: 127, output: `${message}\n` }));
    child.on("close", (code) => {
      const text = Buffer.concat(output).toString("utf8");
      settle(reason ? { kind: reason, output: text } : { kind: "exited", code: code ?? 137, output: text });
    });
  });
  return { ended: ended.finally(() => clearTimeout(timer)), kill: () => kill("killed") };
}

/** A script is run by the interpreter that it names, else by `sh`; substitutions don't reach it. */
function commandOf(step: BuildStep, image: Image, remap: (text: string) => string, scratch: string): readonly string[] {
  if (step.script === undefined) {
    const entrypoint = step.entrypoint === undefined ? (image.entrypoint ?? []) : [step.entrypoint];
    return [...entrypoint, ...(step.args ?? [])].map(remap);
  }
  const file = join(scratch, "script");
  writeFileSync(file, remap(step.script), { mode: 0o755 });
  // The interpreter is started by name: a file that was just written can't always be executed at once.
  const [, interpreter, argument] = /^#![ \t]*(\S+)[ \t]*([^\n]*?)[ \t]*(?:\n|$)/.exec(step.script) ?? [];
  if (interpreter === undefined) return ["sh", file];
  return [interpreter, ...(argument ? [argument] : []), file];
}
