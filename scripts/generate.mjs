// Writes the files that are generated from the source: node scripts/generate.mjs [--check] [name…]
// With --check nothing is written: exits with 1 and names the files that are out of date.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

/** Each bundles an entry and makes files from what it exports; paths are relative to the repository. */
const generators = [
  {
    name: "schemas",
    entry: "packages/model/src/schema/index.ts",
    files: ({ pipelineJsonSchema }) => ({
      "schemas/pipeline.schema.json": `${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`,
    }),
  },
  {
    name: "cloudbuild",
    entry: "backends/cloudbuild/src/schema/index.ts",
    files: ({ buildJsonSchema, triggerJsonSchema }) => ({
      "schemas/cloudbuild-build.schema.json": `${JSON.stringify(buildJsonSchema(), null, 2)}\n`,
      "schemas/cloudbuild-trigger.schema.json": `${JSON.stringify(triggerJsonSchema(), null, 2)}\n`,
    }),
  },
  {
    name: "actions",
    entry: "packages/actions/src/generator/index.ts",
    files: ({ pinsSource, bindingsSource }) => ({
      "packages/actions/src/pins.ts": pinsSource(),
      "packages/actions/src/bindings.ts": bindingsSource(),
    }),
  },
  {
    name: "rooms",
    entry: "test/architecture/map.ts",
    files: ({ roomMap }) => ({ "packages/README.md": roomMap() }),
  },
  {
    name: "docs",
    entry: "test/docs/pages.ts",
    files: ({ targetsPage, diagnosticsPage }) => ({
      "docs/targets.md": targetsPage(),
      "docs/diagnostics.md": diagnosticsPage(),
    }),
  },
  {
    name: "constructs",
    entry: "test/docs/constructs.ts",
    files: ({ githubPage }) => ({ "docs/github.md": githubPage(root) }),
  },
  {
    name: "mistakes",
    entry: "test/docs/mistakes.ts",
    files: ({ mistakesPage }) => {
      // The page shows what the command line says, so that it must be the one of this source.
      execFileSync(process.execPath, [join(root, "scripts/build.mjs")]);
      return { "docs/mistakes.md": mistakesPage(root) };
    },
  },
];

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: "boolean" } } });
const unknown = positionals.filter((name) => !generators.some((generator) => generator.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no generator ${unknown.join(", ")}; there are ${generators.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

const scratch = await mkdtemp(join(tmpdir(), "cicl-generate-"));
const stale = [];
try {
  for (const generator of generators) {
    if (positionals.length > 0 && !positionals.includes(generator.name)) continue;
    for (const [path, text] of Object.entries(await generator.files(await load(generator)))) {
      const present = await readFile(join(root, path), "utf8").catch(() => undefined);
      if (present === text) continue;
      stale.push(path);
      if (!values.check) await writeFile(join(root, path), text);
    }
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
for (const path of stale) console.log(values.check ? `${path} is out of date; run "pnpm generate"` : `wrote ${path}`);
if (values.check && stale.length > 0) process.exitCode = 1;

/** Node 20 reads no TypeScript, so an entry is bundled to a temporary file and imported from there. */
async function load({ name, entry }) {
  const outfile = join(scratch, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
