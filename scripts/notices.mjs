// Writes the licences of the libraries that the published package holds inside: cli/dist/THIRD-PARTY.md.
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../cli/", import.meta.url));
const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Finds a package as Node does: in the nearest `node_modules` upwards that holds it. */
function installed(name, from) {
  const folder = join(from, "node_modules", name);
  if (existsSync(folder)) return realpathSync(folder);
  if (dirname(from) === from) throw new Error(`${name} isn't installed.`);
  return installed(name, dirname(from));
}

/** All packages below some dependencies, each once. */
function collect(names, from, found = new Map()) {
  for (const name of names) {
    const folder = installed(name, from);
    if (found.has(folder)) continue;
    found.set(folder, manifestOf(folder));
    collect(Object.keys(found.get(folder).dependencies ?? {}), folder, found);
  }
  return found;
}

function licenceOf(folder, { name, license }) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} (${license}) comes without the text of its licence.`);
  return readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}

const libraries = [...collect(Object.keys(manifestOf(cli).devDependencies), cli)]
  .filter(([, { name }]) => !name.startsWith("@cicl/"))
  .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
const chapters = libraries.map(
  ([folder, manifest]) => `## ${manifest.name} ${manifest.version}\n\n${licenceOf(folder, manifest)}\n`,
);
writeFileSync(`${cli}dist/THIRD-PARTY.md`, `# Libraries inside cicl\n\n${chapters.join("\n")}`);
