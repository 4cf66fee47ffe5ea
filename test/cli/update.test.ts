import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type GitHub, github, type Repository as OnServer, sha } from "../update/github.ts";
import { pipelineText, type Ran, type Repository, repository } from "./repository.ts";

const day = 24 * 60 * 60 * 1000;
const daysAgo = (age: number): string => new Date(Date.now() - age * day).toISOString().slice(0, 10);
const today = (): string => daysAgo(0);

/** All that the small pipeline uses, and two that it doesn't. */
const pins = {
  "actions/cache/restore": { version: "v5.0.0", commit: sha("b"), date: "2026-01-02" },
  "actions/checkout": { version: "v7.0.1", commit: sha("1"), date: "2026-01-02" },
  "actions/setup-node": { version: "v7.0.0", commit: sha("a"), date: "2026-01-02" },
  "actions/upload-artifact": { version: "v7.0.0", commit: sha("c"), date: "2026-01-02" },
  "docker/login-action": { version: "v4.0.0", commit: sha("d"), date: "2026-01-02" },
};

const lockText = (actions: object): string =>
  `${JSON.stringify({ lockVersion: 1, cicl: "0.1", actions, images: {} })}\n`;

const onServer: Readonly<Record<string, OnServer>> = {
  "actions/cache": { tags: { "v5.0.0": { commit: sha("b") } } },
  "actions/checkout": {
    releases: [
      { tag: "v8.0.0", age: 90 },
      { tag: "v7.2.0", age: 2 },
      { tag: "v7.1.0", age: 20 },
    ],
    tags: {
      "v7.0.1": { commit: sha("1"), annotated: 1 },
      "v7.1.0": { commit: sha("2"), annotated: 1 },
      "v7.2.0": { commit: sha("3") },
      "v8.0.0": { commit: sha("8") },
    },
  },
  "actions/setup-node": { tags: { "v7.0.0": { commit: sha("a") } } },
  "actions/upload-artifact": { tags: { "v7.0.0": { commit: sha("c") } } },
  "docker/login-action": {
    releases: [{ tag: "v4.0.1", age: 30 }],
    tags: { "v4.0.0": { commit: sha("d") }, "v4.0.1": { commit: sha("e") } },
  },
};

const locked = (actions: object = pins): Repository =>
  repository({ "pipeline.ts": pipelineText("hub"), "cicl.lock": lockText(actions) });

/** Asks the test's server, without this machine's token, and without what Node says of proxies. */
const run = (repo: Repository, server: GitHub, ...args: readonly string[]): Promise<Ran> =>
  repo.startIn(
    { NODE_USE_ENV_PROXY: "", GITHUB_TOKEN: "", GH_TOKEN: "", GITHUB_API_URL: server.url },
    "update",
    ...args,
  );

const lockedIn = (repo: Repository): Readonly<Record<string, { readonly version: string }>> =>
  JSON.parse(repo.read("cicl.lock")).actions;

test("all pins are renewed, the lock alone is written, and a second run has nothing to do", async () => {
  const repo = locked();
  const server = await github(onServer);
  const { code, out, err } = await run(repo, server);
  expect(err).toBe("");
  expect(out).toBe(`action               version          commit                       released
actions/checkout     v7.0.1 → v7.1.0  111111111111 → 222222222222  ${daysAgo(20)}
docker/login-action  v4.0.0 → v4.0.1  dddddddddddd → eeeeeeeeeeee  ${daysAgo(30)}

Younger than 7 days, so not taken yet (--cooldown)
  actions/checkout v7.2.0, of ${daysAgo(2)}

Of a later major version, so taken only with --major
  actions/checkout v8.0.0

2 actions updated in cicl.lock. Run "cicl synth" next, and commit both.
`);
  expect(code).toBe(0);
  expect(lockedIn(repo)).toEqual({
    ...pins,
    "actions/checkout": { version: "v7.1.0", commit: sha("2"), date: today() },
    "docker/login-action": { version: "v4.0.1", commit: sha("e"), date: today() },
  });
  expect(repo.files()).toEqual(["cicl.lock", "pipeline.ts"]);
  const written = repo.read("cicl.lock");
  const second = await run(repo, server);
  expect(second.out).toContain("Nothing to update: 5 actions looked up.");
  expect(second.code).toBe(0);
  expect(repo.read("cicl.lock")).toBe(written);
});

test("what is updated is what synth renders", async () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  repo.cicl("synth");
  const { version, commit } = JSON.parse(repo.read("cicl.lock")).actions["actions/checkout"];
  const tags = { [version]: { commit }, "v7.99.0": { commit: sha("9") } };
  const server = await github({ "actions/checkout": { releases: [{ tag: "v7.99.0", age: 9 }], tags } });
  expect((await run(repo, server, "actions/checkout")).code).toBe(0);
  expect(repo.cicl("check").code).toBe(1);
  expect(repo.cicl("synth").code).toBe(0);
  expect(repo.read(".github/workflows/hub.yml")).toContain(`actions/checkout@${sha("9")} # v7.99.0`);
});

test("only the named actions are updated, and the pipelines aren't loaded for them", async () => {
  const repo = locked();
  repo.write("pipeline.ts", "export default {\n");
  const server = await github(onServer);
  const { code, out, err } = await run(repo, server, "docker/login-action", "--cooldown", "0");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("1 action updated");
  expect(Object.values(lockedIn(repo)).map(({ version }) => version)).toEqual([
    "v5.0.0",
    "v7.0.1",
    "v7.0.0",
    "v7.0.0",
    "v4.0.1",
  ]);
  expect(server.asked.every((path) => path.startsWith("/repos/docker/login-action/"))).toBe(true);
});

test.each([
  ["action/checkout", 'Did you mean "actions/checkout"?'],
  ["checkout", 'Did you mean "actions/checkout"?'],
  ["actions/checkout@v7", 'Did you mean "actions/checkout"?'],
  ["somebody/something-else", "Write owner/repo without a version"],
])("the name %s is refused before anything is asked", async (name, advice) => {
  const repo = locked();
  const server = await github(onServer);
  const { code, out, err } = await run(repo, server, "docker/login-action", name);
  expect(err).toContain("error CICL1017: ");
  expect(err).toContain(`"${name}" is neither pinned`);
  expect(err).toContain(advice);
  expect({ code, out, asked: server.asked }).toEqual({ code: 2, out: "", asked: [] });
});

test.each([["-1"], ["x"], ["1.5"], [""]])("the cooldown %j is refused", async (days) => {
  const { code, err } = await run(locked(), await github(onServer), `--cooldown=${days}`);
  expect(err).toContain("error CICL1017: ");
  expect(code).toBe(2);
});

test("a dry run says the same and writes nothing", async () => {
  const repo = locked();
  const { code, out } = await run(repo, await github(onServer), "--dry-run");
  expect(out).toContain("actions/checkout     v7.0.1 → v7.1.0");
  expect(out).toContain("2 actions would be updated in cicl.lock.");
  expect(code).toBe(0);
  expect(repo.read("cicl.lock")).toBe(lockText(pins));
});

test("a later major version comes with a warning about its inputs", async () => {
  const repo = locked();
  const { code, out, err } = await run(repo, await github(onServer), "--major");
  expect(out).toMatch(/actions\/checkout +v7\.0\.1 +→ v8\.0\.0/);
  expect(err).toContain("warning CICL6008: ");
  expect(err).toMatch(/actions\/checkout becomes v8\.0\.0, and the inputs that cicl\/actions knows are those of v7\./);
  expect(err).not.toContain("docker/login-action");
  expect(code).toBe(0);
  expect(lockedIn(repo)["actions/checkout"]?.version).toBe("v8.0.0");
});

test("a moved tag is an error, nothing is written, and the way to update the others is told", async () => {
  const repo = locked({ ...pins, "actions/checkout": { ...pins["actions/checkout"], commit: sha("f") } });
  const before = repo.read("cicl.lock");
  const { code, out, err } = await run(repo, await github(onServer));
  expect(err).toContain("error CICL6006: ");
  expect(err).toContain("Nothing was written.");
  expect(out).toContain("Not updated, for the reasons given with the errors\n  actions/checkout\n");
  expect(out).toContain("cicl update docker/login-action\n");
  expect(code).toBe(1);
  expect(repo.read("cicl.lock")).toBe(before);
});

test("a failing lookup is exit code 2, and what was found for the others is shown", async () => {
  const { "actions/cache": _, "actions/setup-node": __, ...others } = onServer;
  const repo = locked();
  const { code, out, err } = await run(repo, await github(others));
  expect(err.match(/error CICL6004/g)).toHaveLength(2);
  expect(out).toMatch(/docker\/login-action +v4\.0\.0 +→ v4\.0\.1/);
  expect(code).toBe(2);
  expect(repo.read("cicl.lock")).toBe(lockText(pins));
});

test("actions that the pipelines use are pinned too, whether cicl ships a pin or not", async () => {
  const step = 'import { job, on, pipeline, sh, stage, uses } from "cicl";';
  const text = pipelineText("hub")
    .replace(/^import.*$/m, step)
    .replace("steps: [", 'steps: [uses("owner/own-action"), ');
  const repo = repository({ "pipeline.ts": text });
  const refused = repo.cicl("synth");
  expect(refused.err).toContain("error CICL5003: ");
  expect(refused.err).toContain("cicl update owner/own-action");
  const own = { releases: [{ tag: "v2.0.0", age: 9 }], tags: { "v2.0.0": { commit: sha("7") } } };
  const server = await github({ "owner/own-action": own });
  const { code, out } = await run(repo, server, "owner/own-action");
  expect(out).toMatch(/owner\/own-action +– +→ v2\.0\.0 +– +→ 777777777777/);
  expect(code).toBe(0);
  expect(repo.cicl("synth").code).toBe(0);
  expect(repo.read(".github/workflows/hub.yml")).toContain(`owner/own-action@${sha("7")} # v2.0.0`);
});

test("pipelines that can't be rendered don't keep the lock's pins from being renewed", async () => {
  const repo = locked();
  repo.write("pipeline.ts", "export default {\n");
  const { code, out, err } = await run(repo, await github(onServer));
  expect(err).toContain("warning CICL6009: ");
  expect(err).toContain("CICL1002");
  expect(out).toContain("2 actions updated");
  expect(code).toBe(0);
});

test("JSON holds every action with both pins, and nothing else is printed", async () => {
  const repo = locked();
  const { code, out, err } = await run(repo, await github(onServer), "--format", "json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const document = JSON.parse(out);
  expect(Object.keys(document)).toEqual(["version", "actions", "written", "diagnostics"]);
  expect(document.written).toBe(true);
  const { date: _, ...from } = pins["actions/checkout"];
  expect(document.actions[1]).toEqual({
    action: "actions/checkout",
    from,
    to: { version: "v7.1.0", commit: sha("2"), released: daysAgo(20) },
    young: [{ version: "v7.2.0", released: daysAgo(2) }],
    laterMajor: "v8.0.0",
  });
});

test("a lock that is a link stays, and one that is broken is refused before anything is asked", async () => {
  const server = await github(onServer);
  const linked = repository({ "pipeline.ts": pipelineText("hub"), "elsewhere/lock": lockText(pins) });
  symlinkSync("elsewhere/lock", join(linked.folder, "cicl.lock"));
  const refused = await run(linked, server);
  expect(refused.err).toContain("error CICL1012: ");
  expect(refused.code).toBe(1);
  expect(linked.read("elsewhere/lock")).toBe(lockText(pins));

  const broken = repository({ "pipeline.ts": pipelineText("hub"), "cicl.lock": "{" });
  const asked = server.asked.length;
  const { code, err } = await run(broken, server);
  expect(err).toContain("error CICL1009: ");
  expect({ code, asked: server.asked.length }).toEqual({ code: 2, asked });
});

test("no other command loads the library that asks GitHub", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  const spy =
    "data:text/javascript,import m from 'node:module';const l=m._load;m._load=function(r){if(/octokit/.test(r))process.stderr.write('LOADED');return l.apply(this,arguments)}";
  const bin = fileURLToPath(new URL("../../cli/bin/cicl.cjs", import.meta.url));
  const loads = (...args: readonly string[]): boolean => {
    const env = {
      ...process.env,
      CICL_CACHE_DIR: repo.cache,
      GITHUB_API_URL: "http://127.0.0.1:1",
      NODE_USE_ENV_PROXY: "",
    };
    const options = { cwd: repo.folder, encoding: "utf8", env } as const;
    return spawnSync(process.execPath, ["--import", spy, bin, ...args], options).stderr.includes("LOADED");
  };
  expect(["synth", "check", "diff", "targets", "--help"].filter((command) => loads(command))).toEqual([]);
  expect(loads("update")).toBe(true);
});
