import type { Support } from "@cicl/backend-kit";
import type { Target } from "@cicl/core";
import { CiclError, type Diagnostic, type OriginMapper } from "@cicl/diagnostics";
import { findEsbuild, findRoot, loadConfig, type Root, resolveTargets } from "@cicl/host";
import { type Feature, features } from "@cicl/model";
import { backends } from "../../backends.ts";
import { exitCodeOf } from "../../exit.ts";
import { modules } from "../../modules.ts";
import type { CommandOptions, Done, Format } from "../../options.ts";
import { diagnosticsJson, printDiagnostics } from "../../report/report.ts";
import type { Terminal } from "../../terminal.ts";
import { version } from "../../version.ts";
import { capabilityTable } from "./table.ts";

/** A target with its answer for every feature, in the order of the model. */
export interface Answers {
  readonly id: string;
  readonly title: string;
  readonly features: readonly Answer[];
}

/** One target's answer for one feature. */
export interface Answer {
  readonly feature: Feature;
  readonly title: string;
  readonly support: Support;
}

/** `cicl targets`: prints what each target can express, in the versions that the configuration names. */
export async function targets(options: CommandOptions, terminal: Terminal): Promise<Done> {
  const found = await findTargets(options);
  const answers = found.targets.map(answersOf);
  const reports = {
    json: () => {
      const document = { version, targets: answers, diagnostics: diagnosticsJson(found) };
      terminal.out(`${JSON.stringify(document, null, 2)}\n`);
    },
    pretty: () => {
      if (answers.length > 0) terminal.out(capabilityTable(answers, terminal.color.out));
      printDiagnostics(found, terminal);
    },
  } satisfies Record<Format, () => void>;
  reports[options.format]();
  return { code: exitCodeOf(found.diagnostics), repeatable: false };
}

interface Found {
  readonly targets: readonly Target[];
  readonly diagnostics: readonly Diagnostic[];
  readonly mapOrigin: OriginMapper;
  readonly root?: string;
}

async function findTargets(options: CommandOptions): Promise<Found> {
  const unmapped: OriginMapper = (origin) => origin;
  const root = rootOf(options);
  const { config, diagnostics, mapOrigin } = root?.configured
    ? await loadConfig({ root, esbuild: findEsbuild(import.meta.url), modules })
    : { config: undefined, diagnostics: [], mapOrigin: unmapped };
  const found = { diagnostics, mapOrigin, ...(root ? { root: root.folder } : {}) };
  const ids = backends.map((backend) => backend.id);
  const defaults = Object.fromEntries(ids.map((id) => [id, {}]));
  const origin = config?.origin ?? { file: "", line: 1, column: 1 };
  try {
    const every = { ...config, origin, targets: { ...defaults, ...config?.targets } };
    return { ...found, targets: resolveTargets(every, backends, options.targets) };
  } catch (cause) {
    if (!(cause instanceof CiclError)) throw cause;
    return { ...found, targets: [], diagnostics: [...diagnostics, ...cause.diagnostics] };
  }
}

/** The table is worth printing outside of any repository too. */
function rootOf({ cwd }: CommandOptions): Root | undefined {
  try {
    return findRoot(cwd);
  } catch (cause) {
    if (cause instanceof CiclError && cause.diagnostics.every(({ code }) => code === "CICL1001")) return undefined;
    throw cause;
  }
}

function answersOf({ backend, options }: Target): Answers {
  const capabilities = backend.capabilities(options);
  return {
    id: backend.id,
    title: backend.title,
    features: Object.entries(features).map(([feature, title]) => ({
      feature: feature as Feature,
      title,
      support: capabilities[feature as Feature],
    })),
  };
}
