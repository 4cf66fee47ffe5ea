// Builds the published package: the command line as one file that starts fast, and the modules that users import.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const cli = fileURLToPath(new URL("../cli/", import.meta.url));
const dist = `${cli}dist`;
rmSync(dist, { recursive: true, force: true });

const common = { bundle: true, platform: "node", target: "node20", logLevel: "warning", legalComments: "none" };

await Promise.all([
  build({
    ...common,
    entryPoints: [`${cli}src/main.ts`],
    outfile: `${dist}/cicl.cjs`,
    format: "cjs",
    // CommonJS has no import.meta; esbuild's binary is looked up from there.
    define: { "import.meta.url": "ciclUrl" },
    banner: { js: 'const ciclUrl = require("node:url").pathToFileURL(__filename).href;' },
  }),
  build({
    ...common,
    entryPoints: ["index", "gates", "policy"].map((name) => `${cli}src/${name}.ts`),
    outdir: dist,
    format: "esm",
    splitting: true,
  }),
]);
