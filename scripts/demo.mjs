// Renders the sample repository and says what to open.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("..", import.meta.url));
const example = "examples/letsbe";
const cicl = (...args) =>
  spawnSync(process.execPath, ["cli/bin/cicl.cjs", ...args, "--cwd", example], { cwd: top, encoding: "utf8" });

process.stdout.write(`cicl synth --cwd ${example}\n\n`);
const synth = cicl("synth");
process.stdout.write(synth.stdout);
process.stderr.write(synth.stderr);
if (synth.status !== 0) process.exit(synth.status ?? 3);

const { files } = JSON.parse(cicl("check", "--format", "json").stdout);
const rendered = files.map(({ path }) => `  ${example}/${path}`).filter((path) => existsSync(`${top}${path.trim()}`));
process.stdout.write(`
Open ${example}/pipeline.ts and what was rendered from it:
${rendered.join("\n")}

Then change pipeline.ts, and see what that means with \`pnpm cicl diff --cwd ${example}\`.
`);
