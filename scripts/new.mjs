// Leaves a start for something new, registered where it must be: node scripts/new.mjs backend|gate|rule|command <id>
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { kinds } from "./new/kinds.mjs";

const top = fileURLToPath(new URL("..", import.meta.url));

/** Ends the program: nothing was written. */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

const [kind, id, ...more] = process.argv.slice(2);
const chosen = Object.hasOwn(kinds, kind ?? "") ? kinds[kind] : undefined;
if (!chosen || id === undefined || more.length > 0)
  refuse(`Say what is new: pnpm new ${Object.keys(kinds).join("|")} <id>.`);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
  refuse(`"${id}" can't be an id: small letters, digits and single hyphens make one, e.g. "licence-audit".`);
}
const words = id.split("-");
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const Name = words.map(capital).join("");
const name = Name.charAt(0).toLowerCase() + Name.slice(1);
try {
  new Function(`"use strict"; const ${name} = 0;`);
} catch {
  refuse(`"${id}" can't be an id: a function would get the name ${name}, which JavaScript keeps for itself.`);
}
const folder = chosen.isFile ? chosen.parent : `${chosen.parent}/${id}`;
const place = chosen.isFile ? `${folder}/${id}.ts` : folder;
if (existsSync(join(top, place))) refuse(`${place} exists already.`);

const names = { id, name, Name, title: capital(words.join(" ")), Title: words.map(capital).join(" ") };
const read = (path) => readFileSync(join(top, path), "utf8");
const fill = (text) => text.replaceAll(/__(id|name|Name|title|Title)__/g, (_, key) => names[key]);

// Everything is made before anything is written, so that a place that has changed leaves nothing half done.
const template = `scripts/templates/${kind}`;
const made = readdirSync(join(top, template), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(top, template).length + 1))
  .map((path) => [`${folder}/${fill(path)}`, chosen.complete(fill(read(`${template}/${path}`)), read)]);
const changed = Object.entries(chosen.register(names)).map(([path, edits]) => {
  try {
    return [path, edits.reduce((text, edit) => edit(text), read(path))];
  } catch (cause) {
    return refuse(`A ${kind} can't be registered in ${path}: ${cause.message}. Mend scripts/new/kinds.mjs.`);
  }
});

for (const [path, text] of [...made, ...changed]) {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}
const paths = [...made, ...changed].map(([path]) => path);
spawnSync(process.execPath, [join(top, "node_modules/@biomejs/biome/bin/biome"), "check", "--write", ...paths], {
  cwd: top,
});
console.log(`${made.map(([path]) => `wrote      ${path}`).join("\n")}
${changed.map(([path]) => `registered ${path}`).join("\n")}

${chosen.next}`);
