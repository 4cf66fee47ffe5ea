import { closeSync, constants, type Dirent, lstatSync, openSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createLister, isAbsent, type Lister, walk } from "./walk.ts";

/**
 * Something that a run asks of the world around it, such that it can be asked again later. The subject is an absolute
 * path, or the name of a variable.
 * - `text`: the bytes of a file, through links
 * - `plain`: the bytes of a file that is no link
 * - `exists`: whether there is anything
 * - `real`: where the path leads when all links are followed
 * - `tree`: the files below a folder whose relative path matches a regular expression, the first detail; the others say
 *   what else to list, see `walk`
 * - `names`: those names in a folder whose stem is among the details, see `stemOf`
 * - `tracked`: the paths below a git repository's top that git tracks although a `.gitignore` file names them
 * - `env`: the value of an environment variable
 */
export type Question = readonly [kind: Kind, subject: string, ...details: readonly string[]];
export type Kind = "text" | "plain" | "exists" | "real" | "tree" | "names" | "tracked" | "env";

/** Whether a question is about what stands in folders. */
export function isListing([kind]: Question): boolean {
  return kind === "tree" || kind === "names";
}

/** What the world says; `undefined` when there is nothing. */
export type Answer = Buffer | undefined;

/**
 * Asks the world; one such function sees one state of each folder.
 * @throws a system's error when something is there and can't be read
 */
export type Ask = (question: Question) => Answer;

/** Prints what is tracked and ignored, each path with a zero byte behind it. */
const listing = "-c safe.directory=* ls-files -z --cached --ignored --exclude-per-directory=.gitignore".split(" ");

/** Taken before user code runs, which is watched where it asks for modules. */
const { getBuiltinModule } = process;

/** The real one: while user code runs, the global `process` is watched. */
const environment = process.env;

/**
 * Makes a function that asks the world.
 * @param beforeListing called with each folder, absolute, before it is listed
 */
export function createAsk(beforeListing: (folder: string) => void = () => {}): Ask {
  const seen: Seen = { list: createLister(beforeListing), walked: new Map() };
  return ([kind, subject, ...details]) => {
    try {
      return kinds[kind](subject, details, seen);
    } catch (cause) {
      if (isAbsent(cause)) return undefined;
      throw cause;
    }
  };
}

/** What one function has seen of folders. */
interface Seen {
  readonly list: Lister;
  /** The files below folders; several patterns are asked for below one. */
  readonly walked: Map<string, readonly string[]>;
}

/** Compares two answers. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

/**
 * The part of a name by which imports find it: up to its first dot, a leading one left out. Whatever else an import
 * could come to mean has the stem of the file that it means now.
 */
export function stemOf(name: string): string {
  return /^\.?([^.]*)/.exec(name)?.[1] ?? "";
}

const kinds = {
  text: (path) => (statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : undefined),
  plain: readPlain,
  exists: (path) => (statSync(path, { throwIfNoEntry: false }) ? Buffer.alloc(0) : undefined),
  real: (path) => Buffer.from(realpathSync(path)),
  tree: (folder, [pattern = "", ...extras], { list, walked }) => {
    const place = [folder, ...extras].join("\0");
    const paths = walked.get(place) ?? walk(folder, new Set(extras), list);
    walked.set(place, paths);
    const expression = new RegExp(pattern);
    return lines(paths.filter((path) => expression.test(path)));
  },
  names: (folder, stems, { list }) => {
    const wanted = new Set(stems);
    return lines(list(folder).flatMap(({ name }: Dirent) => (wanted.has(stemOf(name)) ? [name] : [])));
  },
  tracked: (top) => {
    const { spawnSync } = getBuiltinModule("node:child_process");
    // Whoever owns the folder, and whichever repository a hook stands in.
    const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = environment;
    const said = spawnSync("git", listing, { cwd: top, env, maxBuffer: 2 ** 30 });
    return said.status === 0 ? said.stdout.subarray(0, Math.max(0, said.stdout.length - 1)) : undefined;
  },
  env: (name) => {
    const value = environment[name];
    return value === undefined ? undefined : Buffer.from(value);
  },
} satisfies Record<Kind, (subject: string, details: readonly string[], seen: Seen) => Answer>;

/** Windows can't refuse a link while opening it. */
function readPlain(path: string): Buffer {
  const { O_RDONLY, O_NOFOLLOW } = constants;
  if (O_NOFOLLOW === undefined && lstatSync(path).isSymbolicLink()) throw new Error(`${path} is a link.`);
  const descriptor = openSync(path, O_RDONLY | (O_NOFOLLOW ?? 0));
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** No name holds a zero byte. */
function lines(names: readonly string[]): Buffer {
  return Buffer.from(names.join("\0"));
}

/** The names or paths in the answer of `tree` and `names`. */
export function namesOf(answer: Answer): readonly string[] {
  return answer === undefined || answer.length === 0 ? [] : answer.toString().split("\0");
}
