import { sourceOfMarker } from "@cicl/backend-kit";
import type { RenderedFile } from "@cicl/core";
import { type Diagnostic, error } from "@cicl/diagnostics";
import type { TargetId } from "@cicl/model";
import { collisions } from "./collisions.ts";
import { byCodeUnit } from "./discover.ts";
import type { Disk, DiskEntry } from "./disk.ts";
import { isHelper } from "./helper.ts";

/** `deleted`: an orphan, its source is gone. `foreign`: not cicl's, and in the way. */
export type FileStatus = "created" | "updated" | "unchanged" | "deleted" | "foreign";

/** One file of a plan. */
export interface PlanEntry {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly status: FileStatus;
  /** Absent on the lock. */
  readonly target?: TargetId;
  /** Absent on the lock and on orphans. */
  readonly pipeline?: string;
  /** What is on the disk, with LF line ends; absent where it stays, such that a large repository isn't held twice. */
  readonly before?: string;
  /** What is to be there; absent on orphans, and where it is there already. */
  readonly after?: string;
}

/** A folder whose generated files belong to a target. */
export interface TargetFolder {
  readonly target: TargetId;
  /** Relative to the root. */
  readonly folder: string;
}

/** What belongs to a plan beside the rendered files. */
export interface PlanRest {
  /** The lock as it should be. */
  readonly lock: { readonly path: string; readonly text: string };
  /** Folders in which a generated file without a source is an orphan; empty when only a part is rendered. */
  readonly folders: readonly TargetFolder[];
}

/** A plan in the making. */
export interface Planning {
  /** Compares a file with the disk; the text of one that stays is held no longer. */
  add(file: RenderedFile): void;
  /**
   * Ends the plan.
   * @throws CiclError CICL1014 when a folder can't be listed
   */
  finish(rest: PlanRest): Plan;
}

/** What a run does to the disk. */
export interface Plan {
  /** By path, the lock last. */
  readonly entries: readonly PlanEntry[];
  /** With an error among them, nothing may be written. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides, file by file, what to create, update, delete and leave alone; touches nothing.
 * @param disk what is there
 */
export function planWrites(disk: Disk): Planning {
  const rendered = new Map<string, PlanEntry>();
  const diagnostics: Diagnostic[] = [];
  const collide = collisions();
  const look = (path: string, after: string, owner: Owner, isOurs: (text: string) => boolean) => {
    const found = disk.read(path);
    const entry: PlanEntry = { ...compare(path, after, found, isOurs), ...owner };
    const wrong =
      found?.kind === "unreadable" ? found.diagnostics : entry.status === "foreign" ? [inTheWay(entry)] : [];
    return { entry, wrong };
  };
  return {
    add({ path, text, target, pipeline }) {
      const { entry, wrong } = look(path, text, { target, pipeline }, isGenerated);
      const other = rendered.get(path);
      // A composite action is rendered by every pipeline that runs it; two that differ are refused.
      if (other?.status === entry.status && other.after === entry.after) return;
      rendered.set(path, entry);
      diagnostics.push(...wrong, ...collide({ path, target, pipeline }));
    },
    finish({ lock, folders }) {
      const { entry, wrong } = look(lock.path, lock.text, {}, () => true);
      const entries = [...rendered.values(), ...orphans(disk, folders, rendered)];
      return {
        entries: [...entries.sort((a, b) => byCodeUnit(a.path, b.path)), entry],
        diagnostics: [...diagnostics, ...wrong],
      };
    },
  };
}

function orphans(
  disk: Disk,
  folders: readonly TargetFolder[],
  produced: ReadonlyMap<string, PlanEntry>,
): readonly PlanEntry[] {
  return folders.flatMap(({ target, folder }) =>
    disk.below(folder).flatMap((path): readonly PlanEntry[] => {
      const entry = produced.has(path) || isHelper(path) ? undefined : disk.read(path);
      if (entry?.kind !== "file" || !isGenerated(entry.text)) return [];
      return [{ path, target, status: "deleted", before: unixLines(entry.text) }];
    }),
  );
}

function isGenerated(text: string): boolean {
  return sourceOfMarker(text) !== undefined;
}

/** The entries that change something. */
export function changesOf(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  return entries.filter((entry) => entry.status !== "unchanged" && entry.status !== "foreign");
}

function compare(
  path: string,
  after: string,
  entry: DiskEntry | undefined,
  isOurs: (text: string) => boolean,
): PlanEntry {
  if (!entry) return { path, status: "created", after };
  if (entry.kind !== "file") return { path, status: "foreign", after };
  const before = unixLines(entry.text);
  if (!isOurs(before)) return { path, status: "foreign", before, after };
  return before === after ? { path, status: "unchanged" } : { path, status: "updated", before, after };
}

/** Git on Windows may check files out with CRLF; that is no difference. */
export function unixLines(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/** Whom a file belongs to. */
type Owner = Pick<PlanEntry, "pipeline" | "target">;

function inTheWay({ path, pipeline, target, before }: PlanEntry): Diagnostic {
  const place = {
    file: path,
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(target === undefined ? {} : { target }),
  };
  if (before?.split("\n").some(isGenerated)) {
    return error(
      "CICL1012",
      {
        what: `"${path}" was generated by cicl, but doesn't begin as cicl left it.`,
        why: "Somebody has changed it, or a merge has left its marks, and cicl overwrites only what it knows as its own.",
        fix: 'Delete the file and run "cicl synth": everything in it comes from pipeline.ts.',
      },
      place,
    );
  }
  return error(
    "CICL1012",
    {
      what: `"${path}" is in the way and wasn't generated by cicl.`,
      why: "cicl never overwrites or deletes what it didn't write.",
      fix: 'Carry what you need over into pipeline.ts, then delete or move the file and run "cicl synth".',
    },
    place,
  );
}
