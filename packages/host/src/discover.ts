import { relative } from "node:path";
import { CiclError, didYouMean, error } from "@cicl/diagnostics";
import { globToRegExp, matchesAny } from "@cicl/model";
import { namesOf, sameAnswer } from "./cache/question.ts";
import { type Extra, skip } from "./cache/walk.ts";
import { createWorld, type World } from "./cache/world.ts";
import { fastGlob } from "./lazy.ts";
import { configFile, type Root } from "./root.ts";

/** Which files are pipelines; globs relative to the root. */
export interface DiscoverOptions {
  /** In place of `pipeline.ts` and `*.pipeline.ts` anywhere. */
  readonly pipelines?: readonly string[];
  /** Beside what is never looked at. */
  readonly exclude?: readonly string[];
}

const defaultPipelines = ["**/pipeline.ts", "**/*.pipeline.ts"];

/**
 * Lists the files that declare pipelines.
 * @param world remembers what was listed
 * @returns paths relative to the root with `/`, sorted; may be empty
 * @throws CiclError CICL1014 when a folder can't be read
 */
export function discover(root: Root, options: DiscoverOptions = {}, world: World = createWorld()): readonly string[] {
  return listFiles(root.folder, options.pipelines ?? defaultPipelines, options.exclude, world).filter(
    (file) => file !== configFile,
  );
}

/**
 * Lists the files below the root that match, except those in `node_modules`, in folders whose name starts with a dot,
 * in other git repositories, and in roots of their own (folders below with a `cicl.config.ts`). Symbolic links are not
 * followed.
 * @param folder the root, absolute
 * @param patterns globs relative to it
 * @param exclude globs of what to leave out
 * @param world remembers what was listed
 * @returns paths relative to the root with `/`, sorted
 */
export function listFiles(
  folder: string,
  patterns: readonly string[],
  exclude: readonly string[] = [],
  world: World = createWorld(),
): readonly string[] {
  try {
    const wanted = [...patterns, `*/**/${configFile}`];
    const names = exclude.length === 0 ? patternOfNames(patterns) : undefined;
    const files =
      names === undefined ? glob(folder, wanted, exclude, world) : namesOf(world.ask(["tree", folder, names]));
    const nested = files.flatMap((file) => (isNestedConfig(file) ? [file.slice(0, -configFile.length)] : []));
    return files
      .filter(
        (file) => file !== configFile && !isNestedConfig(file) && !nested.some((prefix) => file.startsWith(prefix)),
      )
      .sort(byCodeUnit);
  } catch (cause) {
    throw new CiclError(
      error("CICL1014", {
        what: `The files below the root can't be listed: ${cause instanceof Error ? cause.message : String(cause)}.`,
        why: "A pipeline that isn't seen would silently not be rendered.",
        fix: `Make the folder readable, or leave it out with "exclude" in ${configFile}.`,
      }),
    );
  }
}

/**
 * The regular expression of globs that look for names in every folder: these need no library, which takes longer to load
 * than the files to be listed.
 * @returns one that matches nested configurations too; `undefined` where one of the globs says more than that
 */
function patternOfNames(patterns: readonly string[]): string | undefined {
  const names = patterns.map((pattern) => /^\*\*\/([\w*-][\w.*-]*)$/.exec(pattern)?.[1]);
  if (names.includes(undefined)) return undefined;
  const expressions = names.map((name = "") => name.replaceAll(".", "\\.").replaceAll("*", "[^/]*"));
  return `(^|/)(${expressions.join("|")})$|/${configFile.replaceAll(".", "\\.")}$`;
}

/** What a glob may find depends on all files below the folder, also on hidden ones where it names such. */
function glob(
  folder: string,
  patterns: readonly string[],
  exclude: readonly string[],
  world: World,
): readonly string[] {
  const hidden: readonly Extra[] = patterns.some((pattern) => /(^|[^\w*)\]}-])\./.test(pattern)) ? ["hidden"] : [];
  // What is excluded needn't be readable.
  const extras = [...hidden, ...exclude.map((glob) => skip + globToRegExp(glob.replace(/\/(\*\*)?$/, "")).source)];
  const files = world.ask(["tree", folder, "", ...extras]);
  const startsAnywhere = patterns.every((pattern) => /^(\*\/)?\*\*\//.test(pattern));
  if (!startsAnywhere && !sameAnswer(files, world.ask(["tree", folder, "", ...extras, "links"]))) {
    world.untracked("a glob beside symbolic links");
  }
  const ignore = ["**/node_modules/**", ...exclude];
  const own = new Set(namesOf(files));
  // What can't be read has been complained of already, unless it is excluded.
  const settings = { cwd: folder, followSymbolicLinks: false, suppressErrors: true, ignore };
  const found = fastGlob().globSync([...patterns], settings);
  return found.filter((file) => own.has(file));
}

/** A glob of the command line. */
export interface Wanted {
  /** As it was given. */
  readonly given: string;
  /** Relative to the root. */
  readonly pattern: string;
}

/**
 * Reads the globs of the command line; a folder stands for all that is below it.
 * @param globs relative to `cwd`
 * @param cwd absolute
 */
export function readGlobs(globs: readonly string[], root: Root, cwd: string): readonly Wanted[] {
  const here = relative(root.folder, cwd);
  return globs.map((given) => ({ given, pattern: normalise(`${here}/${given}`.replaceAll("\\", "/")) }));
}

/** Keeps the files that the command line names; no glob keeps all. */
export function selectFiles(files: readonly string[], wanted: readonly Wanted[]): readonly string[] {
  return wanted.length === 0 ? files : files.filter((file) => wanted.some(({ pattern }) => matches(file, pattern)));
}

/**
 * Refuses a run that has nothing to render, and a glob that matches nothing.
 * @param files all pipelines of the root
 * @throws CiclError CICL1001
 */
export function requireFiles(files: readonly string[], wanted: readonly Wanted[], options: DiscoverOptions = {}): void {
  if (files.length === 0) {
    const looked = options.pipelines?.join(", ") ?? "pipeline.ts and *.pipeline.ts";
    const narrowed = (["pipelines", "exclude"] as const).filter((key) => options[key] !== undefined);
    throw nothingToRender(
      `No pipeline was found; cicl looked for ${looked} in every folder but node_modules, hidden ones, other git repositories and other roots.`,
      narrowed.length > 0
        ? `Correct ${narrowed.map((key) => `"${key}"`).join(" and ")} in ${configFile}, or create such a file.`
        : 'Create a pipeline.ts whose default export is `pipeline("…", { … })` from "cicl".',
    );
  }
  for (const { given, pattern } of wanted) {
    if (files.some((file) => matches(file, pattern))) continue;
    const fix = `${didYouMean(pattern, files)}The pipelines are: ${files.join(", ")}.`;
    throw nothingToRender(`No pipeline matches "${given}".`, fix);
  }
}

function nothingToRender(what: string, fix: string): CiclError {
  return new CiclError(error("CICL1001", { what, why: "There is nothing to render.", fix }));
}

/** Orders strings the same way in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNestedConfig(file: string): boolean {
  return file.endsWith(`/${configFile}`);
}

function matches(file: string, pattern: string): boolean {
  return pattern === "" || matchesAny(file, [pattern, `${pattern}/**`]);
}

/** Resolves `.` and `..` as text, since a glob isn't a path. */
function normalise(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
