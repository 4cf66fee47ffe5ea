// The compiler as V8 has compiled it, for the package to bring along: without it, the first run on a machine spends a
// quarter of its time on that. Code belongs to one line of Node on one platform; everybody else compiles as before.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../", import.meta.url));

/** The Node that runs this and those that `CICL_NODES` names, as paths of their binaries. */
export function nodes() {
  return [process.execPath, ...(process.env.CICL_NODES ?? "").split(delimiter).filter((path) => path !== "")];
}

/**
 * Lets the built command line keep its compiled code, as it does for itself, and puts that into the package.
 * @param node path of a Node binary
 * @throws Error when a run fails or keeps nothing
 */
export function shipCompiled(node) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const work = mkdtempSync(join(tmpdir(), "cicl-compiled-"));
  const [cache, sample] = ["cache", "sample"].map((name) => join(work, name));
  const run = (...args) => {
    const options = { env: { ...env, CICL_CACHE_DIR: cache }, encoding: "utf8", maxBuffer: 2 ** 26 };
    const { status, stderr } = spawnSync(node, [...args, "--cwd", sample], options);
    if (status !== 0) throw new Error(`${node} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  };
  const cicl = join(top, "cli/bin/cicl.cjs");
  try {
    cpSync(join(top, "examples/letsbe"), sample, { recursive: true });
    run(cicl, "synth");
    // Code is kept only where a run has been kept before.
    run(cicl, "check");
    run(cicl, "check", "--no-color");
    const code = readdirSync(cache).find((name) => name.endsWith(".code"));
    if (code === undefined) throw new Error(`${node} has kept no compiled code.`);
    writeFileSync(shippedFile(node), readFileSync(join(cache, code)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Named as the warm entry looks for it. */
function shippedFile(node) {
  const print = "`${process.versions.v8.replace(/-.*/, '')}-${process.platform}-${process.arch}`";
  const { stdout } = spawnSync(node, ["-p", print], { encoding: "utf8" });
  return join(top, `cli/dist/compiled-${stdout.trim()}.code`);
}
