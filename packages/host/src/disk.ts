import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CiclError, type Diagnostic, error } from "@cicl/diagnostics";
import { namesOf } from "./cache/question.ts";
import { clock, stampOf } from "./cache/stamp.ts";
import { createWorld, type World } from "./cache/world.ts";

/** What stands at a path; links are not followed. */
export type DiskEntry =
  | { readonly kind: "file"; readonly text: string }
  /** Something that is no plain file. */
  | { readonly kind: "folder" | "link" | "other" }
  | { readonly kind: "unreadable"; readonly diagnostics: readonly Diagnostic[] };

/** The part of the disk that a plan depends on; paths are relative to the root. */
export interface Disk {
  /** What stands at a path, if anything. */
  read(path: string): DiskEntry | undefined;
  /**
   * The files below a folder, at any depth.
   * @throws CiclError CICL1014 when it can't be listed
   */
  below(folder: string): readonly string[];
}

/**
 * Opens the disk for a plan; nothing that is read is held here, such that a large repository needn't fit into memory.
 * @param root absolute
 * @param world remembers what was read
 */
export function openDisk(root: string, world: World = createWorld()): Disk {
  return {
    read(path) {
      try {
        return attempt(path, () => readEntry(join(root, path), world));
      } catch (cause) {
        if (!(cause instanceof CiclError)) throw cause;
        return { kind: "unreadable", diagnostics: cause.diagnostics };
      }
    },
    below: (folder) => filesBelow(root, folder, world),
  };
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
    const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stat?.isFile()) world.ask(["plain", join(root, folder)]);
    return stat?.isDirectory() ? world.ask(["tree", join(root, folder), "", "hidden"]) : undefined;
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
    throw new CiclError(unreadable(path, code, "cicl must know what is there before it decides what to write."));
  }
}

/** The error for a file that is there and can't be read. @param why it must be, as a sentence */
export function unreadable(path: string, code: string, why: string): Diagnostic {
  return error(
    "CICL1014",
    { what: `"${path}" can't be read (${code}).`, why, fix: "Make it a readable file, or move it away." },
    { file: path },
  );
}

/** The system's code of an error, e.g. `EACCES`, or its message. */
export function errorCode(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
