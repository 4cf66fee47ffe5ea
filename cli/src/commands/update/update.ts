import { CiclError, type Diagnostic, hasErrors } from "@cicl/diagnostics";
import {
  applyWrites,
  emptyLock,
  findingsOf,
  findRoot,
  forgeAddress,
  type Lock,
  type LookedUp,
  lockFile,
  lookUpAll,
  newPin,
  openDisk,
  openForge,
  parseLock,
  planWrites,
  printLock,
  readText,
  setPins,
} from "@cicl/host";
import type { UpdateOptions } from "../../command-line/parsed.ts";
import { exitCodeOf } from "../../exit.ts";
import type { CommandOptions, Done, Format } from "../../options.ts";
import { printDiagnostics } from "../../report/report.ts";
import type { Terminal } from "../../terminal.ts";
import { minorVersion } from "../../version.ts";
import { otherInputs } from "./inputs.ts";
import { updateJson } from "./json.ts";
import { updateSummary } from "./summary.ts";
import { wantedActions } from "./wanted.ts";

/** What an update found and did. */
export interface Updated {
  readonly found: readonly LookedUp[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the lock was written. */
  readonly written: boolean;
  /** Absolute; absent when there is none. */
  readonly root?: string;
}

/** `cicl update`: pins newer versions of actions in the lock, all of them or none; the rendered files are left to `synth`. */
export async function update(options: CommandOptions, wish: UpdateOptions, terminal: Terminal): Promise<Done> {
  const updated = await perform(options, wish);
  const reports = {
    json: () => terminal.out(`${JSON.stringify(updateJson(updated), null, 2)}\n`),
    pretty: () => {
      terminal.out(updateSummary(updated, wish, terminal.color.out));
      printDiagnostics({ ...updated, mapOrigin: (origin) => origin }, terminal);
      if (hasErrors(updated.diagnostics)) terminal.err("Nothing was written.\n");
    },
  } satisfies Record<Format, () => void>;
  reports[options.format]();
  return { code: exitCodeOf(updated.diagnostics), repeatable: false };
}

async function perform(options: CommandOptions, wish: UpdateOptions): Promise<Updated> {
  let reached: Updated = { found: [], diagnostics: [], written: false };
  try {
    const root = findRoot(options.cwd).folder;
    reached = { ...reached, root };
    const text = readText(root, lockFile);
    const lock = text === undefined ? emptyLock(minorVersion) : parseLock(text);
    const forge = openForge(forgeAddress(process.env));
    const wanted = await wantedActions(wish.actions, lock, options);
    const now = Date.now();
    const found = await lookUpAll(wanted.actions, { major: wish.major, cooldown: wish.cooldown, now }, forge);
    const diagnostics = [...wanted.diagnostics, ...findingsOf(found), ...otherInputs(found)];
    reached = { ...reached, found, diagnostics };
    if (hasErrors(diagnostics) || !found.some(newPin)) return reached;
    return write(root, setPins(lock, found, now), wish, reached);
  } catch (cause) {
    if (!(cause instanceof CiclError)) throw cause;
    return { ...reached, diagnostics: [...reached.diagnostics, ...cause.diagnostics] };
  }
}

function write(root: string, lock: Lock, { dryRun }: UpdateOptions, reached: Updated): Updated {
  const planning = planWrites(openDisk(root));
  const { entries, diagnostics } = planning.finish({ lock: { path: lockFile, text: printLock(lock) }, folders: [] });
  const all = { ...reached, diagnostics: [...reached.diagnostics, ...diagnostics] };
  if (dryRun || hasErrors(diagnostics)) return all;
  applyWrites(root, entries);
  return { ...all, written: true };
}
