// Builds the published package: the warm entry of the command line, the compiler that it loads when there is something to
// do, and the modules that users import. Files are made in memory first, so that a failed build leaves the former one.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const cli = fileURLToPath(new URL("../cli/", import.meta.url));
const dist = `${cli}dist`;
const { version } = JSON.parse(readFileSync(`${cli}package.json`, "utf8"));

/** Libraries that few runs need, by the name of the file that each becomes, and where it is resolved from. */
const lazyLibraries = new Map();

/**
 * In files called lazy.ts, `require` is made by hand for use from source; the bundler must see its own. What they require
 * becomes a file of its own, such that no run reads code that it doesn't need.
 */
const lazyRequire = {
  name: "lazy-require",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, importer, resolveDir, kind }) => {
      if (kind !== "require-call" || !/[\\/]lazy\.ts$/.test(importer)) return undefined;
      const file = `library-${path.replace(/^@/, "").replace("/", "-")}`;
      lazyLibraries.set(file, { path, resolveDir });
      return { path: `./${file}.cjs`, external: true };
    });
    onLoad({ filter: /[\\/]lazy\.ts$/ }, ({ path }) => {
      const line = "const require = createRequire(import.meta.url);";
      const text = readFileSync(path, "utf8");
      if (!text.includes(line)) throw new Error(`${path} doesn't hold the line "${line}".`);
      return { contents: text.replace(line, ""), loader: "ts" };
    });
  },
};

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  logLevel: "warning",
  legalComments: "none",
  write: false,
  outdir: dist,
};
const script = { ...common, format: "cjs", outExtension: { ".js": ".cjs" } };

const [compiler, modules] = await Promise.all([
  build({
    ...script,
    entryPoints: { compiler: `${cli}src/main.ts` },
    plugins: [lazyRequire],
    minifyWhitespace: true,
    minifySyntax: true,
    // CommonJS has no import.meta; esbuild's binary is looked up from there.
    define: { "import.meta.url": "ciclUrl" },
    banner: { js: 'const ciclUrl = require("node:url").pathToFileURL(__filename).href;' },
  }),
  build({
    ...common,
    entryPoints: ["index", "actions", "gates", "policy"].map((name) => `${cli}src/${name}.ts`),
    format: "esm",
    splitting: true,
  }),
]);
const libraries = await Promise.all(
  [...lazyLibraries].sort().map(([file, { path, resolveDir }]) =>
    build({
      ...script,
      stdin: { contents: `module.exports = require(${JSON.stringify(path)});`, resolveDir, sourcefile: file },
      entryNames: file,
      minifyWhitespace: true,
      minifySyntax: true,
    }),
  ),
);
const hash = createHash("sha256");
for (const { outputFiles } of [compiler, modules, ...libraries])
  for (const { contents } of outputFiles) hash.update(contents);
const warm = await build({
  ...script,
  entryPoints: { warm: `${cli}src/warm.ts` },
  minify: true,
  define: {
    ciclBuild: JSON.stringify(`${version} ${hash.digest("hex").slice(0, 16)}`),
    ciclVersion: JSON.stringify(version),
  },
});

const outputs = [compiler, modules, ...libraries, warm].flatMap(({ outputFiles }) => outputFiles);
mkdirSync(dist, { recursive: true });
for (const { path, contents } of outputs) writeFileSync(path, contents);
const current = new Set(outputs.map(({ path }) => basename(path)));
for (const name of readdirSync(dist)) {
  if (/\.(c?js|txt)$/.test(name) && !current.has(name)) rmSync(`${dist}/${name}`);
}

// The warm entry prints this without loading commander, which wrote it. A file can't be the folder of a cache, so that
// the build leaves nothing in the user's.
const env = { ...process.env, CICL_CACHE_DIR: process.execPath };
const help = spawnSync(process.execPath, [`${cli}bin/cicl.cjs`, "--help"], { env, encoding: "utf8" });
if (help.status !== 0) throw new Error(`"cicl --help" ended with ${help.status}:\n${help.stderr}`);
writeFileSync(`${dist}/help.txt`, help.stdout);
