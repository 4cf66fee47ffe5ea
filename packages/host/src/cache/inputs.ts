import { lstatSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Answer, namesOf, type Question, stemOf } from "./question.ts";
import type { World } from "./world.ts";

/** The part of esbuild's metafile that says what it read. */
export interface Metafile {
  /** Path relative to the root → what it imports. */
  readonly inputs: Readonly<Record<string, { readonly imports: readonly Import[] }>>;
}

interface Import {
  readonly path: string;
  readonly external?: boolean;
  /** As it is written in the source; absent: as `path`. */
  readonly original?: string;
}

/** Files by which esbuild decides how imports resolve and what syntax means; its metafile doesn't name them. */
const settings = ["package.json", "tsconfig.json", "jsconfig.json", ".pnp.cjs", ".pnp.js", ".pnp.data.json"];

/** How far the clock of a file system may be behind, in milliseconds. */
const clockLag = 10;

/** Remembers the settings in the folders above the root; to be called before and after esbuild, and compared so. */
export function observeAbove(root: string, world: World): void {
  for (const folder of ancestors(dirname(root))) {
    for (const name of settings) observeSetting(join(folder, name), (question) => world.ask(question));
  }
}

/**
 * Remembers everything that a bundle was made from: the inputs, the settings, and the names that, if they appeared, would
 * be found in place of the inputs. Esbuild has read all this by itself, so what may have changed since unsettles the world.
 * @param root absolute
 * @param entry the input that is no file
 * @param since milliseconds since 1970, before esbuild was started
 */
export function observeInputs(root: string, metafile: Metafile, entry: string, since: number, world: World): void {
  const later = laterAsker(world, since - clockLag);
  const inputs = Object.entries(metafile.inputs).filter(([input]) => input !== entry);
  const files = inputs.map(([input]) => resolve(root, input));
  for (const file of files) later(["text", file]);
  const bare = inputs.flatMap(([input, { imports }]) =>
    imports.flatMap((imported) =>
      isBare(nameOf(imported)) ? [{ from: dirname(resolve(root, input)), imported }] : [],
    ),
  );
  for (const { from, imported } of bare) observePackage(from, imported, later, world);
  let redirects = false;
  for (const [folder, stems] of stemsByFolder(root, files)) {
    const names = namesOf(later(["names", folder, ...stems]));
    for (const name of settings) {
      if (names.includes(name) && observeSetting(join(folder, name), later)) redirects = true;
    }
  }
  if (redirects && bare.length > 0) world.untracked('an import that the "paths" of a tsconfig.json may redirect');
}

type Later = (question: Question) => Answer;

/** Asks for what was read a while ago; what has changed since then unsettles the world. */
function laterAsker(world: World, since: number): Later {
  const fresh = new Map<string, boolean>();
  const changed = (path: string): boolean => {
    const known = fresh.get(path);
    if (known !== undefined) return known;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    const answer = stat ? stat.ctimeMs >= since : changed(dirname(path));
    fresh.set(path, answer);
    return answer;
  };
  return (question) => {
    if (changed(question[1])) world.unsettled();
    return world.ask(question);
  };
}

/**
 * The folders from the inputs up to the root, each with the stems of what leads to an input and of the settings. Above
 * the root, see `observeAbove`.
 */
function stemsByFolder(root: string, files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  const add = (path: string): void => {
    const folder = dirname(path);
    if (folder === path || root.startsWith(withSlash(folder))) return;
    const stems = folders.get(folder);
    if (stems) {
      stems.add(stemOf(basename(path)));
      return;
    }
    folders.set(folder, new Set([...settings.map(stemOf), stemOf(basename(path))]));
    add(folder);
  };
  for (const file of files) add(file);
  return folders;
}

/** A package is found in the nearest `node_modules`, mostly through a link. */
function observePackage(from: string, imported: Import, later: Later, world: World): void {
  const name = nameOf(imported);
  const depth = name.startsWith("@") ? 2 : 1;
  const packageName = name.split("/").slice(0, depth).join("/");
  const found = ancestors(from).some((folder) => {
    const place = join(folder, "node_modules", packageName);
    // A file of the name would be found first.
    later(["names", dirname(place), stemOf(basename(place))]);
    return later(["real", place]) !== undefined;
  });
  if (imported.external || found) return;
  world.untracked(`the import "${name}", which is no package`);
}

/**
 * Remembers a file of settings and those that it extends.
 * @returns whether it may redirect imports of packages
 */
function observeSetting(path: string, ask: Later): boolean {
  const text = ask(["text", path])?.toString();
  if (text === undefined || !/config[^/\\]*$/.test(path)) return false;
  const extended = /"extends"\s*:\s*(\[[^\]]*\]|"[^"]*")/.exec(text)?.[1] ?? "";
  const bases = [...extended.matchAll(/"([^"]*)"/g)].map(([, base = ""]) => observeBase(base, dirname(path), ask));
  return bases.includes(true) || /"(paths|baseUrl)"/.test(text);
}

/**
 * Remembers what a tsconfig.json extends: a file, or one in the nearest package of the name.
 * @returns whether it may redirect imports of packages
 */
function observeBase(base: string, folder: string, ask: Later): boolean {
  const stems = /^[./]/.test(base)
    ? [resolve(folder, base)]
    : ancestors(folder).map((above) => join(above, "node_modules", base));
  for (const stem of stems) {
    const places = stem.endsWith(".json")
      ? [stem]
      : [`${stem}.json`, join(stem, "tsconfig.json"), join(stem, "package.json")];
    const found = places.filter((place) => ask(["text", place]) !== undefined);
    if (found.length > 0) return found.map((place) => observeSetting(place, ask)).includes(true);
  }
  return false;
}

function nameOf(imported: Import): string {
  return imported.original ?? imported.path;
}

/** Whether an import names a package; `#` stands for a path in the nearest `package.json`. */
function isBare(name: string): boolean {
  return !/^[./#]|^cicl(\/|$)|^[a-z]+:/.test(name) && !isBuiltin(name);
}

/** A folder and all those above it. */
function ancestors(folder: string): readonly string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...ancestors(dirname(folder))];
}

function withSlash(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
