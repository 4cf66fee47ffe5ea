import { resolve } from "node:path";
import { pinsDate, shippedPins } from "@cicl/actions";
import type { Setting } from "@cicl/backend-kit";
import { type PlacedGate, type Synthesis, synthesiseEach, type Target, together } from "@cicl/core";
import { CiclError, type Diagnostic, hasErrors, type OriginMapper } from "@cicl/diagnostics";
import {
  addPins,
  changesOf,
  createPins,
  emptyLock,
  findEsbuild,
  findRoot,
  gatherFacts,
  type Loaded,
  load,
  lockFile,
  openDisk,
  type PlanEntry,
  parseLock,
  planWrites,
  printLock,
  type Root,
  readText,
  resolveTargets,
  sameNames,
  setSecrets,
} from "@cicl/host";
import { baseline } from "@cicl/policy";
import { catalogue } from "@cicl/stages";
import { backends } from "./backends.ts";
import { leftBehind } from "./left-behind.ts";
import { modules } from "./modules.ts";
import type { CommandOptions } from "./options.ts";
import { minorVersion } from "./version.ts";

/** What a run found out; nothing is written yet. */
export interface Outcome {
  readonly pipelines: readonly { readonly name: string; readonly source: string }[];
  readonly targets: readonly Target[];
  /** What `synth` does to each file; empty when nothing can be rendered. */
  readonly entries: readonly PlanEntry[];
  readonly gates: readonly PlacedGate[];
  readonly settings: readonly Setting[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute; absent when there is none. */
  readonly root?: string;
  /** The minor version that the lock names; absent without a lock. */
  readonly renderedBy?: string;
  /** Actions that were used and that the lock doesn't pin. */
  readonly unpinned: readonly string[];
  /** Actions that were used and that nobody has pinned. */
  readonly unknown: readonly string[];
  readonly mapOrigin: OriginMapper;
  /** What user code has read without cicl's knowledge, so that it must be loaded on every run; sorted. */
  readonly untracked: readonly string[];
}

/** `update` brings the lock to this version and adds missing pins; `keep` leaves its version as it is. */
export type LockMode = "update" | "keep";

const nothing: Outcome = {
  pipelines: [],
  targets: [],
  entries: [],
  gates: [],
  settings: [],
  diagnostics: [],
  unpinned: [],
  unknown: [],
  untracked: [],
  mapOrigin: (origin) => origin,
};

/**
 * Loads, renders and plans: what all commands share.
 * @param options as on the command line
 * @param lockMode what the plan does with the lock
 * @returns what was found; everything that is wrong is among its diagnostics
 */
export async function run(options: CommandOptions, lockMode: LockMode): Promise<Outcome> {
  let reached = nothing;
  const { world, cache } = options.session;
  try {
    const root = findRoot(options.cwd, world);
    reached = { ...reached, root: root.folder };
    const cwd = resolve(options.cwd);
    const esbuild = findEsbuild(import.meta.url);
    const loaded = await load({ root, cwd, globs: options.globs, esbuild, modules, world, cache });
    const pipelines = loaded.pipelines.map(({ name, source }) => ({ name, source }));
    const diagnostics = [...loaded.diagnostics, ...sameNames(loaded.pipelines)];
    reached = { ...reached, pipelines, diagnostics, mapOrigin: loaded.mapOrigin, untracked: world.untrackedReads() };
    if (loaded.pipelines.length === 0) {
      const left = diagnostics.some(({ code }) => code === "CICL1001")
        ? leftBehind(root.folder, orphanFolders(options), world)
        : [];
      return { ...reached, diagnostics: [...diagnostics, ...left] };
    }
    return render(root, loaded, options, lockMode, reached);
  } catch (cause) {
    if (!(cause instanceof CiclError)) throw cause;
    return { ...reached, diagnostics: [...reached.diagnostics, ...cause.diagnostics] };
  }
}

function render(root: Root, loaded: Loaded, options: CommandOptions, lockMode: LockMode, reached: Outcome): Outcome {
  const { config } = loaded;
  const { world } = options.session;
  const targets = resolveTargets(config, backends, options.targets);
  const lockText = readText(root.folder, lockFile, world);
  const lock = lockText === undefined ? emptyLock(minorVersion) : parseLock(lockText);
  const { pins, missing, unknown, secrets } = createPins(lock, shippedPins, pinsDate);
  const planning = planWrites(openDisk(root.folder, world));
  const results: Synthesis[] = [];
  const each = synthesiseEach({
    pipelines: loaded.pipelines,
    partial: options.globs.length > 0,
    targets,
    policy: config?.policy ?? baseline(),
    catalogue,
    facts: gatherFacts(root, config?.exclude, world),
    pins,
    version: minorVersion,
  });
  for (const result of each) {
    for (const file of result.files) planning.add(file);
    results.push({ ...result, files: [] });
  }
  const synthesis = together(results);
  const diagnostics = [...reached.diagnostics, ...synthesis.diagnostics];
  const rendered: Outcome = {
    ...reached,
    targets,
    gates: synthesis.gates,
    settings: synthesis.settings,
    diagnostics,
    ...(lockText === undefined ? {} : { renderedBy: lock.cicl }),
    unpinned: Object.keys(missing()),
    unknown: unknown(),
  };
  if (hasErrors(diagnostics)) return rendered;

  const current = lockMode === "update" ? { ...lock, cicl: minorVersion } : lock;
  const part = options.globs.length > 0 || options.targets.length > 0;
  const next = setSecrets(addPins(current, missing()), secrets(), part);
  const plan = planning.finish({ lock: { path: lockFile, text: printLock(next) }, folders: orphanFolders(options) });
  return { ...rendered, entries: plan.entries, diagnostics: [...diagnostics, ...plan.diagnostics] };
}

/** A generated file of a target that isn't configured any more is an orphan too, so all backends are asked. */
function orphanFolders({ globs, targets }: CommandOptions) {
  if (globs.length > 0) return [];
  return backends
    .filter((backend) => targets.length === 0 || targets.includes(backend.id))
    .flatMap((backend) => backend.folders.map((folder) => ({ target: backend.id, folder })));
}

/** Whether a run found nothing wrong and nothing to write, so that it may be repeated without looking at anything new. */
export function isRepeatable({ diagnostics, entries }: Outcome): boolean {
  return !hasErrors(diagnostics) && entries.length > 0 && changesOf(entries).length === 0;
}
