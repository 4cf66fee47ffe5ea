import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CiclError, error } from "@cicl/diagnostics";

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
 * @throws CiclError CICL1014 for a file that is there and can't be read
 */
export function readDisk(root: string, paths: readonly string[], folders: readonly string[]): Disk {
  const all = new Set([...paths, ...folders.flatMap((folder) => filesBelow(root, folder))]);
  const disk = new Map<string, DiskEntry>();
  for (const path of all) {
    const entry = attempt(path, () => readEntry(join(root, path)));
    if (entry) disk.set(path, entry);
  }
  return disk;
}

/**
 * Reads a text file below the root.
 * @returns `undefined` when nothing is there
 * @throws CiclError CICL1014 when it can't be read
 */
export function readText(root: string, path: string): string | undefined {
  return attempt(path, () => readFileSync(join(root, path), "utf8"));
}

function readEntry(file: string): DiskEntry {
  const stat = lstatSync(file);
  if (stat.isFile()) return { kind: "file", text: readFileSync(file, "utf8") };
  return { kind: stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "other" };
}

/** Plain files below a folder, at any depth, relative to the root. */
function filesBelow(root: string, folder: string): readonly string[] {
  const entries = attempt(folder, () => childrenOf(join(root, folder))) ?? [];
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function childrenOf(folder: string): readonly Dirent[] {
  return lstatSync(folder).isDirectory() ? readdirSync(folder, { withFileTypes: true }) : [];
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
