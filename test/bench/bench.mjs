// Times the built command line as whole processes: commands in turn, round by round, each as a ratio to `node -e 0` of
// the same round, so that a machine that slows down slows both. Fails when a budget is missed.
//
// --write puts the tables into docs/speed.md, --small leaves out large repositories. CICL_BENCH_NODES names more Node binaries, separated by ":".
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { manyJobs, manyPipelines, sample } from "./repositories.mjs";
import { median, table } from "./tables.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));
const cicl = join(top, "cli/bin/cicl.cjs");
const peak = fileURLToPath(new URL("peak.cjs", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "cicl-bench-"));

const quick = 15;
/** Large repositories take seconds; their ratios vary less. */
const slow = 3;

/** What is kept of earlier runs: everything, the compiled program alone, or nothing. */
const caches = {
  warm: () => {},
  changed: (cache) => {
    for (const name of readdirSync(cache)) if (name.endsWith(".run")) rmSync(join(cache, name));
  },
  empty: (cache) => rmSync(cache, { recursive: true, force: true }),
};

const small = process.argv.includes("--small");

/** Budgets: `ratio` to `node -e 0`, `seconds`, `megabytes` at the peak. */
const allRows = [
  { title: "`cicl --help`", args: ["--help"], rounds: quick, ratio: 1.3 },
  { title: "check, nothing changed", make: "sample", cache: "warm", rounds: quick, ratio: 1.3 },
  { title: "check, a file changed", make: "sample", cache: "changed", rounds: quick },
  { title: "check, empty cache", make: "sample", cache: "empty", rounds: quick, ratio: 3 },
  { title: "1,000 pipelines, nothing changed", make: 1000, cache: "warm", rounds: slow, ratio: 6, megabytes: 250 },
  { title: "1,000 pipelines, empty cache", make: 1000, cache: "empty", rounds: slow, ratio: 30, megabytes: 250 },
  { title: "one pipeline of 2,000 jobs, empty cache", make: "jobs", cache: "empty", rounds: slow, seconds: 0.5 },
];
const rows = allRows.filter(({ rounds }) => !small || rounds === quick);
/** Numbers of pipelines; the time for each one of them tells whether all is linear. */
const sizes = small ? [10, 100] : [10, 100, 1000, 3000];

// Where it is set, NODE_EXTRA_CA_CERTS alone more than doubles the start of Node 20.
const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;

function run(node, args, cache) {
  const env = { ...inherited, CICL_CACHE_DIR: cache };
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(node, args, {
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout: 120_000,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${node} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return { milliseconds, stdout };
}

/** The folder of a repository whose outputs are up to date; made once. */
const repositories = new Map();
function repository(make) {
  const known = repositories.get(make);
  if (known) return known;
  const folder = join(work, String(make));
  mkdirSync(folder);
  const fill = { sample, jobs: manyJobs(2000) }[make] ?? manyPipelines(make);
  fill(folder);
  run(process.execPath, [cicl, "synth", "--cwd", folder], join(work, "synth"));
  // As a repository is that nobody has just written to: stamps are given to nothing younger than three seconds.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3100);
  repositories.set(make, folder);
  return folder;
}

function commandOf({ args, make }) {
  return args ? [cicl, ...args] : [cicl, "check", "--cwd", repository(make)];
}

/** Fills the cache of a row; compiled code is kept by the first miss after a kept run. */
function prepare(node, row, cache) {
  run(node, commandOf(row), cache);
  if (row.cache === "changed") run(node, [...commandOf(row), "--no-color"], cache);
}

function measure(node, row, cache) {
  if (row.cache) caches[row.cache](cache);
  return run(node, commandOf(row), cache).milliseconds;
}

function megabytesOf(node, row, cache) {
  const args = ["--require", peak, ...commandOf(row)];
  if (row.cache === "warm") run(node, args, cache);
  else caches[row.cache](cache);
  const file = join(work, "peak");
  inherited.CICL_BENCH_PEAK = file;
  run(node, args, cache);
  delete inherited.CICL_BENCH_PEAK;
  return Number(readFileSync(file, "utf8")) / 1024;
}

function benchmark(node) {
  const version = run(node, ["-p", "process.versions.node"], work).stdout.trim();
  const caching = rows.map((_row, index) => join(work, `cache-${version}-${index}`));
  for (const [index, row] of rows.entries()) prepare(node, row, caching[index]);
  const taken = rows.map(() => []);
  const base = [];
  for (let round = 0; round < quick; round++) {
    const { milliseconds } = run(node, ["-e", "0"], work);
    base.push(milliseconds);
    for (const [index, row] of rows.entries()) {
      if (round >= row.rounds) continue;
      const time = measure(node, row, caching[index]);
      taken[index].push({ time, ratio: time / milliseconds });
    }
  }
  const results = rows.map((row, index) => {
    const milliseconds = median(taken[index].map(({ time }) => time));
    const ratio = median(taken[index].map((each) => each.ratio));
    const megabytes = row.megabytes ? megabytesOf(node, row, caching[index]) : undefined;
    const missed =
      ratio > (row.ratio ?? Infinity) ||
      milliseconds > (row.seconds ?? Infinity) * 1000 ||
      (megabytes ?? 0) > (row.megabytes ?? Infinity);
    return { ...row, milliseconds, ratio, peak: megabytes, missed };
  });
  return { version, base: median(base), results, scaling: scaling(node, median(base)) };
}

/** Milliseconds for one pipeline, by the number of pipelines, with an empty cache and with nothing changed. */
function scaling(node, base) {
  const cache = join(work, "scaling");
  const each = (count, kept) => {
    const row = { make: count, cache: kept };
    if (kept === "warm") prepare(node, row, cache);
    return (measure(node, row, cache) - base) / count;
  };
  return sizes.map((count) => ({ count, empty: each(count, "empty"), warm: each(count, "warm") }));
}

try {
  const others = (process.env.CICL_BENCH_NODES ?? "").split(delimiter).filter((path) => path !== "");
  const reports = [process.execPath, ...others].map(benchmark);
  const text = reports.map(table).join("\n");
  console.log(text);
  if (process.argv.includes("--write")) {
    const file = join(top, "docs/speed.md");
    const [before, after] = ["<!-- bench -->", "<!-- /bench -->"];
    const page = readFileSync(file, "utf8");
    const [start, end] = [page.indexOf(before) + before.length, page.indexOf(after)];
    writeFileSync(file, `${page.slice(0, start)}\n${text}${page.slice(end)}`);
  }
  if (reports.some(({ results }) => results.some(({ missed }) => missed))) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
