// Times the built command line as whole processes: commands in turn, round by round, each as a ratio to `node -e 0` of
// the same round, so that a machine that slows down slows both.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const rounds = 15;
const top = fileURLToPath(new URL("../../", import.meta.url));
const cicl = `${top}cli/bin/cicl.cjs`;
const letsbe = `${top}examples/letsbe`;

/** The first is the yardstick. */
const commands = [
  { title: "node -e 0", args: ["-e", "0"] },
  { title: "cicl --help", args: [cicl, "--help"] },
  { title: "cicl check (letsbe, two targets)", args: [cicl, "check", "--cwd", letsbe] },
];

// Where it is set, this variable alone more than doubles the start of Node 20.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Milliseconds of one whole process. */
function time(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

for (const { args } of commands) time(args);
const taken = Array.from({ length: rounds }, () => commands.map(({ args }) => time(args)));

console.log(`Node ${process.versions.node}, medians of ${rounds} rounds\n`);
console.log(`| ${"command".padEnd(34)} |    ms |    × |`);
console.log(`| ${"-".repeat(34)} | ----: | ---: |`);
for (const [index, { title }] of commands.entries()) {
  const milliseconds = median(taken.map((round) => round[index]));
  const ratio = median(taken.map((round) => round[index] / round[0]));
  console.log(`| ${title.padEnd(34)} | ${milliseconds.toFixed(0).padStart(5)} | ${ratio.toFixed(2).padStart(4)} |`);
}
