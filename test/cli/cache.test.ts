import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bothTargets, pipelineText, type Repository, repository } from "./repository.ts";

const dist = fileURLToPath(new URL("../../cli/dist", import.meta.url));
const workflow = ".github/workflows/hub.yml";

const entries = (repo: Repository): readonly string[] =>
  readdirSync(repo.cache)
    .filter((name) => name.endsWith(".run"))
    .map((name) => `${name} ${statSync(join(repo.cache, name)).ino}`);

/** A clean miss puts a new file in the place of its entry, and a hit leaves it. */
const hits = (repo: Repository, ...args: readonly string[]): boolean => {
  const before = entries(repo);
  return repo.cicl(...args).code === 0 && before.length > 0 && String(entries(repo)) === String(before);
};

const fileOf = (repo: Repository, ending: string): string =>
  join(repo.cache, readdirSync(repo.cache).find((name) => name.endsWith(ending)) ?? "");

/** A repository whose check is in the cache. */
const checked = (files: Readonly<Record<string, string>>): Repository => {
  const repo = repository(files);
  expect(repo.cicl("synth").code).toBe(0);
  expect(repo.cicl("check").code).toBe(0);
  expect(hits(repo, "check")).toBe(true);
  return repo;
};

const reading = (expression: string): string =>
  `import { files } from "cicl";\n${pipelineText("hub").replace('job("unit"', `job(${expression}`)}export { files };\n`;

test("the second check prints the same as the first, warnings and the user's own words included", () => {
  const text = `console.log("loading");\n${pipelineText("hub")}`;
  const repo = repository({ "pipeline.ts": text, "package-lock.json": "{}" });
  repo.cicl("synth");
  const first = repo.cicl("check");
  expect(first.err).toMatch(/^loading\nwarning CICL5004: /);
  const before = entries(repo);
  expect(repo.cicl("check")).toEqual(first);
  expect(entries(repo)).toEqual(before);
});

test("a synth that changes nothing is kept, and one that writes isn't", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  repo.cicl("synth");
  expect(entries(repo)).toEqual([]);
  const second = repo.cicl("synth");
  expect(hits(repo, "synth")).toBe(true);
  expect(repo.cicl("synth")).toEqual(second);
});

test.each<[string, (repo: Repository) => void]>([
  ["a changed pipeline", (repo) => repo.write("pipeline.ts", pipelineText("hub", "echo bye"))],
  ["a changed import", (repo) => repo.write("ci/name.ts", 'export const name = "other";\n')],
  ["a file that an import would find first", (repo) => repo.write("ci/name.tsx", 'export const name = "x";\n')],
  ["an added pipeline", (repo) => repo.write("more/pipeline.ts", pipelineText("more"))],
  ["a new lock file of packages", (repo) => repo.write("web/package-lock.json", "{}")],
  ["a new Dockerfile", (repo) => repo.write("web/Dockerfile", "FROM scratch\n")],
  ["a changed configuration", (repo) => repo.write("cicl.config.ts", bothTargets.replace(", gitea: {}", ""))],
  ["a root below", (repo) => repo.write("ci/cicl.config.ts", bothTargets)],
  ["a tsconfig.json", (repo) => repo.write("tsconfig.json", "{}")],
  ["a deleted output", (repo) => repo.remove(workflow)],
  ["a changed output", (repo) => repo.write(workflow, `${repo.read(workflow)}# more\n`)],
  ["a changed lock", (repo) => repo.write("cicl.lock", repo.read("cicl.lock").replace(/"commit": "./, '"commit": "0'))],
  ["a deleted lock", (repo) => repo.remove("cicl.lock")],
  ["an orphan", (repo) => repo.write(".gitea/workflows/old.yml", repo.read(".gitea/workflows/hub.yml"))],
  [
    "an output that became a link",
    (repo) => {
      repo.write("elsewhere.yml", repo.read(workflow));
      repo.remove(workflow);
      symlinkSync(join(repo.folder, "elsewhere.yml"), join(repo.folder, workflow));
    },
  ],
])("%s is noticed", (_, change) => {
  const repo = checked({
    "pipeline.ts": `import { name } from "./ci/name";\n${pipelineText("hub")}export { name };\n`,
    "ci/name.ts": 'export const name = "hub";\n',
    "cicl.config.ts": bothTargets,
  });
  change(repo);
  expect(hits(repo, "check")).toBe(false);
});

test("a new file that means nothing to cicl isn't noticed", () => {
  const repo = checked({ "pipeline.ts": pipelineText("hub") });
  repo.write("README.md", "hello");
  repo.write("src/index.ts", "export {};\n");
  expect(hits(repo, "check")).toBe(true);
});

test.each<[string, string, (repo: Repository) => void]>([
  ["file", 'files.read("name.txt").trim()', (repo) => repo.write("name.txt", "fresh")],
  ["listing", "`of-${files.glob('data/**').length}`", (repo) => repo.write("data/b.txt", "")],
  ["hidden listing", "`of-${files.glob('.data/*').length}`", (repo) => repo.write(".data/b.txt", "")],
])("a changed %s that user code has read is noticed", (_, expression, change) => {
  const repo = checked({ "pipeline.ts": reading(expression), "name.txt": "old", "data/a.txt": "", ".data/a.txt": "" });
  change(repo);
  expect(hits(repo, "check")).toBe(false);
});

test("in a repository that has rested, a change that keeps the size and the time of a file is noticed", async () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  expect(repo.cicl("synth").code).toBe(0);
  const writtenLongAgo = (path: string): void => utimesSync(join(repo.folder, path), 1e9, 1e9);
  const paths = ["pipeline.ts", workflow];
  paths.forEach(writtenLongAgo);
  // Younger files are read on every run.
  await new Promise((resolve) => setTimeout(resolve, 3100));
  expect(repo.cicl("check").code).toBe(0);
  expect(hits(repo, "check")).toBe(true);
  for (const path of paths) {
    const text = repo.read(path);
    repo.write(path, text.replace("hub", "bub"));
    writtenLongAgo(path);
    expect(repo.cicl("check").code).toBe(1);
    repo.write(path, text);
    expect(hits(repo, "check")).toBe(true);
  }
}, 30_000);

test("in a repository that has rested, folders in which something appears, goes or changes its name are noticed", async () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub"), "web/src/a.txt": "", "docs/b.txt": "" });
  expect(repo.cicl("synth").code).toBe(0);
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3100));
  await rest();
  expect(repo.cicl("check").code).toBe(0);
  expect(hits(repo, "check")).toBe(true);
  repo.write("web/src/Dockerfile", "FROM scratch\n");
  expect(hits(repo, "check")).toBe(false);
  repo.remove("web/src/Dockerfile");
  await rest();
  expect(repo.cicl("check").code).toBe(0);
  // What means nothing to cicl changes its folder and no answer.
  repo.write("docs/c.txt", "");
  expect(hits(repo, "check")).toBe(true);
  repo.write("web/more/pipeline.ts", pipelineText("more"));
  expect(repo.cicl("check").code).toBe(1);
}, 30_000);

test("a changed environment variable is noticed when user code has read it, and only then", () => {
  const repo = repository({ "pipeline.ts": reading("process.env.UNIT_NAME ?? 'none'") });
  repo.cicl("synth");
  repo.cicl("check");
  const before = entries(repo);
  expect(repo.ciclIn(".", { OTHER: "x" }, "check").code).toBe(0);
  expect(entries(repo)).toEqual(before);
  expect(repo.ciclIn(".", { UNIT_NAME: "changed" }, "check").code).toBe(1);
});

test("other flags, folders, colours and locales are other runs", () => {
  const repo = checked({ "pipeline.ts": pipelineText("hub"), "a/x": "" });
  expect(JSON.parse(repo.cicl("check", "--format", "json").out).diagnostics).toBeInstanceOf(Array);
  expect(repo.cicl("check", "--no-color").code).toBe(0);
  expect(repo.ciclIn("a", {}, "check").code).toBe(0);
  expect(repo.ciclIn(".", { LC_ALL: "C" }, "check").code).toBe(0);
  expect(entries(repo)).toHaveLength(5);
});

test.each<[string, string, string]>([
  ["node:fs", 'import { readFileSync } from "node:fs";', "readFileSync('name.txt', 'utf8')"],
  ["node:child_process", 'import { execSync } from "node:child_process";', "String(execSync('echo name')).trim()"],
  ["process.getBuiltinModule", "", "process.getBuiltinModule('node:os').EOL === '' ? 'a' : 'b'"],
  ["the names in process.env", "", "'n' + Object.keys(process.env).filter((name) => name === 'X').length"],
  ["fetch", "", "typeof fetch"],
])("a pipeline that uses %s is loaded on every run, and the run says so", (what, imports, expression) => {
  const repo = repository({ "pipeline.ts": `${imports}\n${reading(expression)}`, "name.txt": "name" });
  expect(repo.cicl("synth").code).toBe(0);
  expect(repo.cicl("check").out).toContain(`Not cached, since user code reads by itself: ${what}.`);
  expect(JSON.parse(repo.cicl("check", "--format", "json").out).untracked).toEqual([what]);
  expect(entries(repo)).toEqual([]);
});

test("a variable that a pipeline sets itself is its own", () => {
  checked({ "pipeline.ts": reading("(process.env.UNIT_NAME ??= 'set', String(process.env.UNIT_NAME))") });
});

test("an environment that a pipeline puts in the place of the real one is what it gets back", () => {
  const repo = repository({ "pipeline.ts": reading("((process.env = { NAME: 'own' }), String(process.env.NAME))") });
  expect(repo.cicl("synth").code).toBe(0);
  expect(repo.read(".github/workflows/hub.yml")).toContain("name: hub / own\n");
});

test("modules of Node that only compute don't keep a run from the cache", () => {
  const imports = 'import { posix } from "node:path";\nimport { createHash } from "node:crypto";\n';
  const expression = "posix.basename('a/b') + createHash('sha256').update('').digest('hex').slice(0, 4)";
  checked({ "pipeline.ts": imports + reading(expression) });
});

test("a failed run isn't kept", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  expect(repo.cicl("check").code).toBe(1);
  expect(entries(repo)).toEqual([]);
});

test.each<[string, (content: Buffer) => Buffer]>([
  ["empty", () => Buffer.alloc(0)],
  ["cut off", (content) => content.subarray(0, content.length - 1)],
  ["cut off in its head", (content) => content.subarray(0, 100)],
  [
    "damaged in its head",
    (content) => Buffer.from(content.toString("latin1").replace("up to date", "up to dote"), "latin1"),
  ],
  ["longer than it says", (content) => Buffer.concat([content, Buffer.from("x")])],
  ["something else", () => Buffer.from("cicl-cache 9 {}\n")],
])("an entry that is %s is ignored and replaced", (_, spoil) => {
  const repo = checked({ "pipeline.ts": pipelineText("hub") });
  const file = fileOf(repo, ".run");
  const sound = readFileSync(file);
  writeFileSync(file, spoil(sound));
  const { code, out } = repo.cicl("check");
  expect([code, out]).toEqual([0, "2 files are up to date.\n"]);
  expect(readFileSync(file)).toEqual(sound);
});

/** The compiled code of the program, which the first miss after a kept run leaves behind. */
const compiled = (repo: Repository): readonly string[] =>
  readdirSync(repo.cache).filter((name) => name.endsWith(".code"));

test("compiled code is kept only where runs have been kept before", () => {
  const repo = checked({ "pipeline.ts": pipelineText("hub") });
  expect(compiled(repo)).toEqual([]);
  expect(repo.cicl("diff").code).toBe(0);
  expect(compiled(repo)).toHaveLength(1);
});

test("damaged compiled code is ignored and replaced", () => {
  const repo = checked({ "pipeline.ts": pipelineText("hub") });
  expect(repo.cicl("diff").code).toBe(0);
  const damaged = readFileSync(fileOf(repo, ".code"));
  damaged.fill(0, damaged.length / 2, damaged.length / 2 + 1000);
  writeFileSync(fileOf(repo, ".code"), damaged);
  expect(repo.cicl("diff").code).toBe(0);
  expect(readFileSync(fileOf(repo, ".code")).equals(damaged)).toBe(false);
});

test("without a writable folder for the cache everything works", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub"), "a file": "" });
  const env = { CICL_CACHE_DIR: join(repo.folder, "a file", "cache") };
  expect(repo.ciclIn(".", env, "synth").code).toBe(0);
  expect(repo.ciclIn(".", env, "check")).toMatchObject({ code: 0, out: "2 files are up to date.\n" });
});

test("nothing is written into the repository, and nothing but entries and compiled code into the cache", () => {
  const repo = checked({ "pipeline.ts": pipelineText("hub") });
  expect(repo.files()).toEqual([workflow, "cicl.lock", "pipeline.ts"]);
  expect(readdirSync(repo.cache).filter((name) => !/\.(run|code)$/.test(name))).toEqual([]);
});

test("a hit needs neither the compiler nor esbuild", () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  const copy = join(repo.cache, "copy");
  mkdirSync(join(copy, "bin"), { recursive: true });
  cpSync(dist, join(copy, "dist"), { recursive: true });
  cpSync(join(dist, "../bin"), join(copy, "bin"), { recursive: true });
  cpSync(join(dist, "../package.json"), join(copy, "package.json"));
  symlinkSync(join(dist, "../node_modules"), join(copy, "node_modules"));
  const run = (...args: readonly string[]): number | null =>
    spawnSync(process.execPath, [join(copy, "bin/cicl.cjs"), ...args], {
      cwd: repo.folder,
      env: { ...process.env, CICL_CACHE_DIR: repo.cache },
    }).status;
  expect([run("synth"), run("check")]).toEqual([0, 0]);
  rmSync(join(copy, "dist/compiler.cjs"));
  rmSync(join(copy, "node_modules"));
  expect([run("check"), run("--help"), run("--version")]).toEqual([0, 0, 0]);
  expect(run("diff")).not.toBe(0);
});

test("the warm entry is small and loads nothing but modules of Node", () => {
  const text = readFileSync(join(dist, "warm.cjs"), "utf8");
  expect(text.length).toBeLessThan(10_000);
  const required = [...text.matchAll(/require\("([^"]*)"\)/g)].map(([, name]) => name);
  expect(required.length).toBeGreaterThan(2);
  expect(required.filter((name) => !name?.startsWith("node:"))).toEqual([]);
});

test("the warm entry's help is commander's own", () => {
  const repo = repository({});
  expect(repo.cicl("--help")).toEqual(repo.cicl("help"));
  expect(repo.cicl("-V")).toEqual(repo.cicl("--version"));
});

test("several runs at once on one empty cache all succeed, and leave whole entries", async () => {
  const repo = repository({ "pipeline.ts": pipelineText("hub") });
  expect(repo.cicl("synth").code).toBe(0);
  rmSync(repo.cache, { recursive: true });
  const runs = await Promise.all(Array.from({ length: 6 }, () => repo.start("check")));
  for (const ran of runs) expect(ran).toEqual({ ...runs[0], code: 0, out: "2 files are up to date.\n" });
  expect(entries(repo)).toHaveLength(1);
  expect(hits(repo, "check")).toBe(true);
  // Those that come next keep the compiled code, all at once too.
  const others = await Promise.all(Array.from({ length: 4 }, () => repo.start("diff")));
  expect(others.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(compiled(repo)).toHaveLength(1);
  expect(repo.cicl("diff").code).toBe(0);
});
