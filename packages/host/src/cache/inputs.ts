import { lstatSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { ancestors, type Import, type Later, nameOf, type Where, withSlash } from "./import.ts";
import { observePackage, observeSubpath } from "./packages.ts";
import { type Answer, namesOf, type Question, stemOf } from "./question.ts";
import { observeSetting, settings } from "./settings.ts";
import { isAbsent } from "./walk.ts";
import type { World } from "./world.ts";

/** The part of esbuild's metafile that says what it read. */
export interface Metafile {
  /** Path relative to the root → what it imports. */
  readonly inputs: Readonly<Record<string, { readonly imports: readonly Import[] }>>;
}

/** How far the clock of a file system may be behind, in milliseconds. */
const clockLag = 10;

/**
 * Remembers the settings in the folders above the root; to be called before and after esbuild, and compared so.
 * @returns whether they may redirect imports
 */
export function observeAbove(root: string, world: World): boolean {
  const ask = (question: Question): Answer => world.ask(question);
  const redirects = ancestors(dirname(root)).flatMap((folder) =>
    settings.map((name) => observeSetting(join(folder, name), ask, world)),
  );
  return redirects.includes(true);
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
  // Esbuild follows links, also those that lead to the root.
  const top = String(world.ask(["real", root]) ?? root);
  const inputs = Object.entries(metafile.inputs).filter(([input]) => input !== entry);
  const files = inputs.map(([input]) => resolve(top, input));
  for (const file of files) later(["text", file]);
  let named = false;
  for (const [input, { imports }] of inputs) {
    for (const imported of imports) {
      const where: Where = { from: dirname(resolve(top, input)), top, later, world };
      if (observeImport(imported, where)) named = true;
    }
  }
  let redirects = observeAbove(root, world);
  for (const [folder, stems] of stemsByFolder(top, files)) {
    const names = namesOf(later(["names", folder, ...stems]));
    for (const name of settings) {
      if (names.includes(name) && observeSetting(join(folder, name), later, world)) redirects = true;
    }
  }
  if (redirects && named) world.untracked('an import that the "paths" of a tsconfig.json may redirect');
}

/**
 * Remembers by which names an import was found, or would be.
 * @returns whether it is written as a name, which settings may lead elsewhere
 */
function observeImport(imported: Import, where: Where): boolean {
  const name = nameOf(imported);
  if (isRelative(name)) {
    observeRelative(imported, where);
    return false;
  }
  if (imported.external && (/^cicl(\/|$)|^[a-z]+:/.test(name) || isBuiltin(name))) return false;
  if (name.startsWith("#")) observeSubpath(imported, where);
  else observePackage(imported, where);
  return true;
}

function isRelative(name: string): boolean {
  return /^(?:\.{1,2}(?:\/|$)|\/)/.test(name);
}

/** The name below which a relative import was looked for; what it leads to otherwise, by a link, nobody watches. */
function observeRelative(imported: Import, { from, top, later, world }: Where): void {
  const written = resolve(from, nameOf(imported));
  if (imported.external) {
    if (nameOf(imported).includes("*")) world.untracked(`the import "${nameOf(imported)}", made of parts`);
    later(["names", dirname(written), stemOf(basename(written))]);
    return;
  }
  const found = resolve(top, imported.path);
  const beside = dirname(found) === dirname(written) && stemOf(basename(found)) === stemOf(basename(written));
  if (beside || found.startsWith(withSlash(written))) return;
  world.untracked(`the import "${nameOf(imported)}", which leads through a link`);
}

/** Makes a function that asks for what was read a while ago; what has changed since then unsettles the world. */
function laterAsker(world: World, since: number): Later {
  const fresh = new Map<string, boolean>();
  const changed = (path: string): boolean => {
    const known = fresh.get(path);
    if (known !== undefined) return known;
    const time = changeTime(path);
    const answer = time === undefined ? changed(dirname(path)) : time >= since;
    fresh.set(path, answer);
    return answer;
  };
  return (question) => {
    if (changed(question[1])) world.unsettled();
    return world.ask(question);
  };
}

/** Milliseconds since 1970; `undefined` where nothing is. */
function changeTime(path: string): number | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.ctimeMs;
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw cause;
  }
}

/**
 * The folders from the inputs up to the root, each with the stems of what leads to an input and of the settings. Those
 * above the root hold settings too, see `observeAbove`; of them only what leads to an input is asked for.
 */
function stemsByFolder(root: string, files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  const add = (path: string): void => {
    const folder = dirname(path);
    if (folder === path || path === root) return;
    const stems = folders.get(folder);
    if (stems) {
      stems.add(stemOf(basename(path)));
      return;
    }
    const isAbove = root.startsWith(withSlash(folder));
    folders.set(folder, new Set([...(isAbove ? [] : settings.map(stemOf)), stemOf(basename(path))]));
    if (!isAbove) add(folder);
  };
  for (const file of files) add(file);
  return folders;
}
