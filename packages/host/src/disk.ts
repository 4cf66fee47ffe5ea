import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CiclError, error } from "@cicl/diagnostics";
import { namesOf } from "./cache/question.ts";
import { clock, stampOf } from "./cache/stamp.ts";
import { createWorld, type World } from "./cache/world.ts";

/** What stands at a path; links are not followed. */
export type DiskEntry =
  | { readonly kind: "file"; readonly text: string }
  /** Something that is no plain file. */
  | { readonly kind: "folder" | "link" | "other" };

/** The part of the disk that a plan depends on: path relative to the root → what stands there. */
export type Disk = ReadonlyMap<string, DiskEntry>;

/**
 * Reads what a plan depends on.
 * @param root absolute
 * @param paths files that will be written, relative to the root
 * @param folders folders whose files may be orphans, relative to the root
 * @param world remembers what was read
 * @throws CiclError CICL1014 for a file that is there and can't be read
 */
export function readDisk(
  root: string,
  paths: readonly string[],
  folders: readonly string[],
  world: World = createWorld(),
): Disk {
  const all = new Set([...paths, ...folders.flatMap((folder) => filesBelow(root, folder, world))]);
  const disk = new Map<string, DiskEntry>();
  for (const path of all) {
    const entry = attempt(path, () => readEntry(join(root, path), world));
    if (entry) disk.set(path, entry);
  }
  return disk;
}

/**
 * Reads a text file below the root.
 * @param world remembers what was read
 * @returns `undefined` when nothing is there
 * @throws CiclError CICL1014 when it can't be read
 */
export function readText(root: string, path: string, world: World = createWorld()): string | undefined {
  return attempt(path, () => world.ask(["text", join(root, path)])?.toString());
}

function readEntry(file: string, world: World): DiskEntry | undefined {
  const now = clock();
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (stat.isFile()) {
    const content = readFileSync(file);
    world.note(["plain", file], content, stampOf(stat, now));
    return { kind: "file", text: content.toString() };
  }
  return { kind: stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "other" };
}

/** Files below a folder, at any depth, relative to the root. */
function filesBelow(root: string, folder: string, world: World): readonly string[] {
  const found = attempt(folder, () => {
    world.ask(["real", join(root, folder)]);
    const isFolder = lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory();
    return isFolder ? world.ask(["tree", join(root, folder), "", "hidden"]) : undefined;
  });
  return namesOf(found).map((path) => `${folder}/${path}`);
}

/** Absent files, also below something that is no folder, are `undefined`. */
function attempt<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new CiclError(
      error(
        "CICL1014",
        {
          what: `"${path}" can't be read (${code}).`,
          why: "cicl must know what is there before it decides what to write.",
          fix: "Make it a readable file, or move it away.",
        },
        { file: path },
      ),
    );
  }
}

/** The system's code of an error, e.g. `EACCES`, or its message. */
export function errorCode(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
