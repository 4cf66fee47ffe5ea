import { CiclError, type Diagnostic, type OriginMapper } from "@cicl/diagnostics";
import { brand, type Pipeline } from "@cicl/model";
import { installFiles, installOrigins } from "@cicl/sdk";
import { createWorld, type World } from "../cache/world.ts";
import { type Config, readConfig } from "../config.ts";
import { discover, readGlobs, requireFiles, selectFiles } from "../discover.ts";
import { configFile, type Root } from "../root.ts";
import { type Bundle, type Bundler, createBundler } from "./bundle.ts";
import { fileProvider } from "./files.ts";
import { guarded } from "./guard.ts";
import type { Modules } from "./modules.ts";
import { defaultOf, endless, type PipelineRun, readPipelines } from "./pipelines.ts";
import { isBundle } from "./stack.ts";
import { thrown } from "./thrown.ts";
import { withinTime } from "./within-time.ts";

/** What loading depends on. */
export interface LoadInput {
  readonly root: Root;
  /** Absolute; globs are relative to it. */
  readonly cwd: string;
  /** Globs of the command line; empty means every pipeline. */
  readonly globs: readonly string[];
  /** Path of esbuild's binary. */
  readonly esbuild: string;
  /** What user code imports as `cicl` and below. */
  readonly modules: Modules;
  /** Remembers everything that was read. */
  readonly world?: World;
  /** The folder of the cache, absolute; without one nobody knows what esbuild has read. */
  readonly cache?: string | undefined;
  /** Milliseconds after which a pending promise is given up; 10 seconds unless told. */
  readonly deadlineMs?: number;
}

/** What the user's files say. */
export interface Loaded {
  /** Absent without a `cicl.config.ts`, or when it can't be read. */
  readonly config?: Config;
  /** In the order of their files. */
  readonly pipelines: readonly Pipeline<"draft">[];
  /** With an error among them, pipelines are missing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Maps the origins of everything here to the user's files. */
  readonly mapOrigin: OriginMapper;
}

type Files = Omit<Loaded, "mapOrigin">;

const tenSeconds = 10_000;
const minute = 60_000;

/** Loads the configuration and the pipelines of a root; whatever is wrong with them is among the diagnostics. */
export function load(input: LoadInput): Promise<Loaded> {
  return withBundler(input, (bundler, world) => loadFiles(input, bundler, world));
}

/** Several pipelines may run an action, so its file is the one that defines it. */
function withActionSources(pipeline: Pipeline<"draft">, mapOrigin: OriginMapper): Pipeline<"draft"> {
  if (!pipeline.actions) return pipeline;
  const actions = pipeline.actions.map((action) => ({ ...action, source: mapOrigin(action.origin).file }));
  return brand<"draft">({ ...pipeline, actions });
}

/** Loads the configuration alone; without one, nothing is loaded and nothing is wrong. */
export function loadConfig(input: Omit<LoadInput, "cwd" | "globs">): Promise<Loaded> {
  return withBundler(input, async (bundler) => {
    const settings: Settings = input.root.configured ? runConfig(bundler.bundle([configFile])) : {};
    return { pipelines: [], diagnostics: [], ...settings };
  });
}

async function withBundler(
  { root, esbuild, modules, cache, world = createWorld() }: Omit<LoadInput, "cwd" | "globs">,
  read: (bundler: Bundler, world: World) => Promise<Files>,
): Promise<Loaded> {
  const bundler = createBundler({ root: root.folder, esbuild, modules, world, cache });
  const formerOrigins = installOrigins({ isUser: isBundle });
  const formerFiles = installFiles(fileProvider(root.folder, world));
  try {
    const { value, refusals, strays } = await guarded(() => read(bundler, world), world);
    const known = new Set(value.diagnostics);
    const more = [...refusals, ...strays.flatMap((stray) => thrown(stray))].filter((found) => !known.has(found));
    const pipelines = value.pipelines.map((pipeline) => withActionSources(pipeline, bundler.mapOrigin));
    return { ...value, pipelines, diagnostics: [...value.diagnostics, ...more], mapOrigin: bundler.mapOrigin };
  } catch (cause) {
    if (!(cause instanceof CiclError)) throw cause;
    return { pipelines: [], diagnostics: cause.diagnostics, mapOrigin: bundler.mapOrigin };
  } finally {
    installOrigins(formerOrigins);
    installFiles(formerFiles);
  }
}

/**
 * Which files are pipelines is known only when the configuration has been read, and that is read from the bundle that
 * holds them too. So the usual names are tried first; a configuration that says otherwise costs a second bundle.
 */
async function loadFiles({ root, cwd, globs, deadlineMs }: LoadInput, bundler: Bundler, world: World): Promise<Files> {
  const wanted = readGlobs(globs, root, cwd);
  const usual = discoverUsual(root, world);
  const likely = usual ? selectFiles(usual, wanted) : [];
  const first = bundler.bundle(root.configured ? [configFile, ...likely] : likely);
  const settings: Settings = root.configured ? runConfig(first.ok ? first : bundler.bundle([configFile])) : {};
  if (settings.diagnostics) return { pipelines: [], diagnostics: settings.diagnostics };
  const { config } = settings;
  const found = !usual || config?.pipelines || config?.exclude ? discover(root, config, world) : usual;
  requireFiles(found, wanted, config);
  const files = selectFiles(found, wanted);
  const together = String(files) === String(likely) ? first : bundler.bundle(files);
  const { runs, diagnostics } = runnable(files, together, bundler);
  const results = await readPipelines(runs, deadlineMs ?? tenSeconds);
  return {
    ...(config ? { config } : {}),
    pipelines: results.flatMap((result) => result.pipelines),
    diagnostics: [...diagnostics, ...results.flatMap((result) => result.diagnostics)],
  };
}

/** Where a folder can't be read the configuration may leave it out. */
function discoverUsual(root: Root, world: World): readonly string[] | undefined {
  try {
    return discover(root, {}, world);
  } catch (cause) {
    if (root.configured && cause instanceof CiclError) return undefined;
    throw cause;
  }
}

interface Settings {
  readonly config?: Config;
  readonly diagnostics?: readonly Diagnostic[];
}

function runConfig(bundle: Bundle): Settings {
  if (!bundle.ok) return { diagnostics: bundle.diagnostics };
  try {
    const run = (): unknown => defaultOf(bundle.run(configFile));
    return { config: readConfig(withinTime(run, minute, () => endless(configFile, minute))) };
  } catch (cause) {
    return { diagnostics: thrown(cause, configFile) };
  }
}

interface Runnable {
  readonly runs: readonly PipelineRun[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Leaves out the files that can't be bundled, so that they don't hide what is wrong with the others. */
function runnable(files: readonly string[], together: Bundle, bundler: Bundler): Runnable {
  if (together.ok) return { runs: files.map((file) => ({ file, run: () => together.run(file) })), diagnostics: [] };
  if (files.length === 1) return { runs: [], diagnostics: together.diagnostics };
  const alone = files.map((file) => ({ file, bundle: bundler.bundle([file]) }));
  const sound = alone.flatMap(({ file, bundle }) => (bundle.ok ? [file] : []));
  if (sound.length === files.length) return { runs: [], diagnostics: together.diagnostics };
  // A broken file that several pipelines import is reported once.
  const broken = new Map(
    alone.flatMap(({ bundle }) => (bundle.ok ? [] : bundle.diagnostics.map((found) => [JSON.stringify(found), found]))),
  );
  const rest: Runnable =
    sound.length === 0 ? { runs: [], diagnostics: [] } : runnable(sound, bundler.bundle(sound), bundler);
  return { runs: rest.runs, diagnostics: [...broken.values(), ...rest.diagnostics] };
}
