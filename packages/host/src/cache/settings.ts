import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ancestors, type Later } from "./import.ts";
import { stemOf } from "./question.ts";
import type { World } from "./world.ts";

/** Files by which esbuild decides how imports resolve and what syntax means; its metafile doesn't name them. */
export const settings = ["package.json", "tsconfig.json", "jsconfig.json", ".pnp.cjs", ".pnp.js", ".pnp.data.json"];

/**
 * Remembers a file of settings, and what it names: the files that it extends, and the places of a package that hold
 * nothing yet.
 * @returns whether it may redirect imports
 */
export function observeSetting(path: string, ask: Later, world: World): boolean {
  const name = basename(path);
  if (name === "package.json") {
    const text = textOf(path, ask, world);
    if (text !== undefined) observePlaces(dirname(path), readJson(text), ask);
    return false;
  }
  if (name.startsWith(".pnp")) {
    textOf(path, ask, world);
    return false;
  }
  // What stands in a library counts for nothing there.
  return /[\\/]node_modules[\\/]/.test(path) ? false : observeConfig(path, ask, world, new Set());
}

/** @param seen those on the way, since one may extend itself */
function observeConfig(path: string, ask: Later, world: World, seen: Set<string>): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  const text = textOf(path, ask, world);
  if (text === undefined) return false;
  const config = readJson(text);
  if (!isRecord(config)) {
    world.untracked(`"${path}", which isn't understood`);
    return false;
  }
  // What a file extends is named from where the file really is.
  const folder = dirname(String(ask(["real", path]) ?? path));
  const bases = [config.extends ?? []].flat().filter((base) => typeof base === "string");
  const redirects = bases.map((base) => observeBase(base, folder, ask, world, seen));
  const { compilerOptions } = config;
  return (
    redirects.includes(true) ||
    (isRecord(compilerOptions) && ("paths" in compilerOptions || "baseUrl" in compilerOptions))
  );
}

/** Esbuild passes over what it can't read; who knows when it can. */
function textOf(path: string, ask: Later, world: World): string | undefined {
  try {
    return ask(["text", path])?.toString();
  } catch {
    world.untracked(`"${path}", which can't be read`);
    return undefined;
  }
}

/**
 * Remembers what a tsconfig.json extends: a file, or one in the nearest package of the name.
 * @returns whether it may redirect imports
 */
function observeBase(base: string, folder: string, ask: Later, world: World, seen: Set<string>): boolean {
  const isPath = /^(?:[./]|[A-Za-z]:)/.test(base);
  const stems = isPath ? [resolve(folder, base)] : ancestors(folder).map((above) => join(above, "node_modules", base));
  for (const stem of stems) {
    const places = stem.endsWith(".json") ? [stem] : [`${stem}.json`, join(stem, "tsconfig.json")];
    const found = places.filter((place) => textOf(place, ask, world) !== undefined);
    if (found.length > 0) return found.map((place) => observeConfig(place, ask, world, seen)).includes(true);
  }
  world.untracked(`"${base}", which a tsconfig.json extends`);
  return false;
}

/** A file that a package promises and doesn't hold yet would be found before others as soon as it is built. */
function observePlaces(folder: string, manifest: unknown, ask: Later): void {
  if (!isRecord(manifest)) return;
  const { main, module, exports, imports } = manifest;
  for (const place of [main, module, exports, imports].flatMap(textsIn)) {
    const target = resolve(folder, place);
    if (place.includes("*")) continue;
    if (!existsSync(target)) ask(["names", dirname(target), stemOf(basename(target))]);
    else if (statSync(target).isDirectory()) ask(["names", target, "index"]);
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Reads JSON with comments and commas behind the last item; `undefined` where it is something else. */
function readJson(text: string): unknown {
  const withoutComments = text
    .replace(/^\ufeff/, "")
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string) => string ?? " ");
  const plain = withoutComments.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])/g, (_, string) => string ?? "");
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
