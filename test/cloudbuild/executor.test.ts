import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { type BuildResult, type RunOptions, runBuild } from "./executor.ts";

const scratch = mkdtempSync(join(tmpdir(), "executor-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const images = { "*": {} };

/** Runs a build of these steps, in the image `any` unless they name another. */
async function run(
  steps: readonly object[],
  { build = {}, ...options }: Partial<RunOptions> & { readonly build?: object } = {},
): Promise<BuildResult> {
  const named = steps.map((step) => ({ name: "any", ...step }));
  return runBuild(stringify({ steps: named, ...build }), { images, ...options });
}

const sh = (id: string, script: string, more: object = {}) => ({ id, script, waitFor: ["-"], ...more });
const statuses = ({ steps }: BuildResult) => Object.fromEntries(steps.map(({ id, status }) => [id, status]));
const outputs = ({ steps }: BuildResult) => steps.map(({ output }) => output);
const order = ({ events }: BuildResult) => events.map(([what, id]) => `${what} ${id}`);

/** A folder with one command, which prints its name and arguments. */
function commands(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} here: $*"\n`);
  chmodSync(join(folder, name), 0o755);
  return folder;
}

test("a step without waitFor, or with an empty one, waits for all above it", async () => {
  const steps = [
    sh("a", ":"),
    sh("b", ":"),
    { id: "c", script: ":" },
    { id: "d", script: ":", waitFor: [] },
    sh("e", ":"),
  ];
  const result = await run(steps, { prefer: "last" });
  expect(order(result).filter((event) => event.startsWith("start"))).toEqual(
    ["e", "b", "a", "c", "d"].map((id) => `start ${id}`),
  );
});

test("a step waits for those that it names, and a dash beside others counts for nothing", async () => {
  const steps = [sh("a", ":"), sh("b", ":", { waitFor: ["-", "a"] }), sh("c", ":")];
  expect(order(await run(steps, { prefer: "last" }))).toEqual(
    ["c", "a", "b"].flatMap((id) => [`start ${id}`, `end ${id}`]),
  );
});

test("steps that wait for nothing run side by side when they may", async () => {
  const meet = (own: string, other: string) =>
    `touch /workspace/${own}; while ! [ -e /workspace/${other} ]; do sleep 0.01; done`;
  const result = await run([sh("a", meet("a", "b")), sh("b", meet("b", "a"))], { concurrency: 2 });
  expect(statuses(result)).toEqual({ a: "SUCCESS", b: "SUCCESS" });
  expect(order(result).slice(0, 2)).toEqual(["start a", "start b"]);
});

test("the first failure kills what runs, and nothing else starts", async () => {
  const steps = [sh("slow", "sleep 60"), sh("bad", "exit 3"), sh("later", ":", { waitFor: ["bad"] })];
  const result = await run(steps, { concurrency: 2 });
  expect(result.status).toBe("FAILURE");
  expect(statuses(result)).toEqual({ slow: "CANCELLED", bad: "FAILURE", later: "QUEUED" });
});

test("an allowed failure lets the build go on, and succeed", async () => {
  const steps = [sh("bad", "exit 3", { allowFailure: true }), sh("later", ":", { waitFor: ["bad"] })];
  const result = await run(steps);
  expect(result.status).toBe("SUCCESS");
  expect(result.steps[0]).toMatchObject({ status: "FAILURE", exitCode: 3 });
  expect(statuses(result)).toEqual({ bad: "FAILURE", later: "SUCCESS" });
});

test.each([
  [[3, 4], 3, {}, "SUCCESS"],
  [[3, 4], 5, {}, "FAILURE"],
  [[3, 4], 5, { allowFailure: true }, "FAILURE"],
  [[], 5, { allowFailure: true }, "SUCCESS"],
])(
  "with the allowed codes %j a step that exits with %i makes the build, given %j, a %s",
  async (codes, code, more, status) => {
    const result = await run([sh("a", `exit ${code}`, { allowExitCodes: codes, ...more })]);
    expect(result.status).toBe(status);
  },
);

test("a step that runs out of time ends the build, even if it may fail", async () => {
  const steps = [
    sh("slow", "echo begun; sleep 60", { timeout: "1s", allowFailure: true }),
    sh("later", ":", { waitFor: ["slow"] }),
  ];
  const result = await run(steps);
  expect(result.status).toBe("TIMEOUT");
  expect(statuses(result)).toEqual({ slow: "TIMEOUT", later: "QUEUED" });
  expect(outputs(result)[0]).toBe("begun\n");
});

test("a build that runs out of time ends with all of its steps", async () => {
  const result = await run([sh("slow", "sleep 60 & wait"), sh("later", ":")], { build: { timeout: "0.3s" } });
  expect(result.status).toBe("TIMEOUT");
  expect(statuses(result)).toEqual({ slow: "CANCELLED", later: "QUEUED" });
});

test("what a step leaves running ends with it", async () => {
  const begun = Date.now();
  const result = await run([sh("a", "(sleep 60; touch /workspace/later) & echo on"), sh("b", "ls /workspace")]);
  expect(outputs(result)).toEqual(["on\n", ""]);
  expect(Date.now() - begun).toBeLessThan(30_000);
});

test("substitutions become variables by themselves where the build or the step says so", async () => {
  const script = 'echo "${_A-none} ${COMMIT_SHA-none}"';
  const steps = [
    sh("a", script, { automapSubstitutions: true }),
    sh("b", script),
    sh("c", script, { automapSubstitutions: false }),
  ];
  const build = { substitutions: { _A: "a" } };
  const substitutions = { COMMIT_SHA: "1f" };
  expect(outputs(await run(steps, { build, substitutions }))).toEqual(["a 1f\n", "none none\n", "none none\n"]);
  const all = { ...build, options: { automapSubstitutions: true } };
  expect(outputs(await run(steps, { build: all, substitutions }))).toEqual(["a 1f\n", "a 1f\n", "none none\n"]);
});

test("a script is run by sh, or by the interpreter that it names", async () => {
  const result = await run([
    sh("posix", 'echo "${BASH_VERSION:-none}"'),
    sh("bash", '#!/usr/bin/env bash\necho "${BASH_VERSION:+bash}"'),
    sh("strict", "#!/bin/sh -e\nfalse\necho on", { allowFailure: true }),
  ]);
  expect(outputs(result)).toEqual(["none\n", "bash\n", ""]);
});

test("arguments go to the step's entry point, else to the image's, else they are the command", async () => {
  const steps = [
    { entrypoint: "sh", args: ["-c", "echo $$0", "own"] },
    { name: "gcr.io/builders/printf:latest", args: ["%s.\\n", "image"] },
    { args: ["echo", "command"] },
  ];
  const result = await run(steps, { images: { ...images, "gcr.io/builders/printf": { entrypoint: ["printf"] } } });
  expect(outputs(result)).toEqual(["own\n", "image.\n", "command\n"]);
});

test("commands of an image's stand-in are found before the host's", async () => {
  const stand = { "registry.example.com:5000/docker": { commands: commands("cat") } };
  const digest = `registry.example.com:5000/docker@sha256:${"0".repeat(64)}`;
  const steps = [{ name: digest, script: "cat x" }, { script: "echo x | cat" }];
  expect(outputs(await run(steps, { images: { ...images, ...stand } }))).toEqual(["cat here: x\n", "x\n"]);
});

test("all steps share the workspace, which begins with the source and is where they stand", async () => {
  const source = join(scratch, "source");
  mkdirSync(source);
  writeFileSync(join(source, "file"), "text");
  let kept = "";
  const steps = [
    { script: "cat file; echo more >> /workspace/file" },
    { dir: "sub/folder", script: 'cat ../../file; [ "$(pwd)" = /workspace/sub/folder ]' },
    { dir: "/workspace/sub", entrypoint: "sh", args: ["-c", "cat /workspace/file"] },
  ];
  const inspect = (workspace: string) => {
    kept = readFileSync(join(workspace, "file"), "utf8");
  };
  expect(outputs(await run(steps, { source, inspect }))).toEqual(["text", "textmore\n", "textmore\n"]);
  expect(kept).toBe("textmore\n");
});

test("only whole paths of the workspace are replaced", async () => {
  const script = "echo /workspaces ./workspace /a/workspace /workspace-2 /workspace.d";
  expect(outputs(await run([{ script }]))).toEqual([
    "/workspaces ./workspace /a/workspace /workspace-2 /workspace.d\n",
  ]);
});

test("the home and volumes are shared by the steps that have them", async () => {
  const volumes = [{ name: "data", path: "/data" }];
  const result = await run([
    { script: "echo home > ~/a; echo volume > /data/b", volumes },
    { script: 'cat "$HOME/a" /builder/home/a /other/b', volumes: [{ name: "data", path: "/other" }] },
    { script: "ls /other /data", allowFailure: true },
  ]);
  expect(outputs(result)[1]).toBe("home\nhome\nvolume\n");
  expect(result.steps[2]?.exitCode).not.toBe(0);
});

test("variables come from the step, then from the build, and nothing of the machine's is there", async () => {
  const env = ["A=build", "B=build"];
  const steps = [{ script: 'echo "$A $B ${C-}"; env | cut -d= -f1 | sort | tr "\\n" " "', env: ["A=step", "C=a=b"] }];
  const result = await run(steps, { build: { options: { env } } });
  expect(outputs(result)[0]).toBe("step build a=b\nA B BUILDER_OUTPUT C HOME PATH PWD TMPDIR ");
});

test("a secret is seen by the steps that name it, in arguments after a doubled dollar", async () => {
  const versionName = "projects/p/secrets/TOKEN/versions/1";
  const build = { availableSecrets: { secretManager: [{ versionName, env: "TOKEN" }] } };
  const steps = [
    { script: 'echo "$TOKEN"', secretEnv: ["TOKEN"] },
    { entrypoint: "sh", args: ["-c", 'echo "$$TOKEN"'], secretEnv: ["TOKEN"] },
    { script: 'echo "${TOKEN-none}"' },
  ];
  const value = "se/workspace cret $A";
  expect(outputs(await run(steps, { build, secrets: { [versionName]: value } }))).toEqual([
    `${value}\n`,
    `${value}\n`,
    "none\n",
  ]);
  await expect(run(steps, { build })).rejects.toThrow(`The account can't read ${versionName}.`);
});

const versionName = "projects/p/secrets/T/versions/1";
const defines = { availableSecrets: { secretManager: [{ versionName, env: "T" }] } };
const refusals: readonly (readonly [string, readonly object[], object, RegExp])[] = [
  ["no step", [], {}, /at least one step/],
  ["a script beside arguments", [{ script: ":", args: ["a"] }], {}, /excludes/],
  ["a script beside an entry point", [{ script: ":", entrypoint: "sh" }], {}, /excludes/],
  ["two steps of one id", [sh("a", ":"), sh("a", ":")], {}, /Two steps/],
  ["a wait for a later step", [sh("a", ":", { waitFor: ["b"] }), sh("b", ":")], {}, /no step above it/],
  ["a secret that isn't defined", [{ script: ":", secretEnv: ["T"] }], {}, /isn't defined/],
  ["a secret that isn't used", [{ script: ":" }], defines, /No step uses/],
  [
    "a secret under a variable's name",
    [{ script: ":", env: ["T=1"], secretEnv: ["T"] }],
    defines,
    /variable and a secret/,
  ],
  ["an argument of more than 10,000 characters", [{ args: ["a".repeat(10_001)] }], {}, /too long/],
  ["a time that is no duration", [{ script: ":" }], { timeout: "10m" }, /no duration/],
];

test.each(refusals)("%s is refused", async (_, steps, build, message) => {
  await expect(run(steps, { build })).rejects.toThrow(message);
});

test("an image without a stand-in is refused", async () => {
  await expect(run([{ script: ":" }], { images: {} })).rejects.toThrow("Nothing stands in for the image any.");
});

test("what the executor doesn't carry out isn't passed over", async () => {
  await expect(run([{ script: ":" }], { build: { images: ["a"] } })).rejects.toThrow(
    "The executor doesn't carry out images.",
  );
});
