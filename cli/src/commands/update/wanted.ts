import { shippedPins } from "@cicl/actions";
import { CiclError, type Diagnostic, didYouMean, error, warning } from "@cicl/diagnostics";
import { type Lock, lockFile, type WantedAction } from "@cicl/host";
import type { CommandOptions } from "../../options.ts";
import { run } from "../../run.ts";

/** What an update is to look up. */
export interface Wanted {
  readonly actions: readonly WantedAction[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds out which actions are to be looked up: those of the lock, and those that the pipelines use beside them. The
 * pipelines are loaded only where the lock doesn't answer the question.
 * @param names as on the command line; empty: all
 * @throws CiclError CICL1017 for a name that is neither pinned nor used
 */
export async function wantedActions(names: readonly string[], lock: Lock, options: CommandOptions): Promise<Wanted> {
  const isLocked = (name: string): boolean => Object.hasOwn(lock.actions, name);
  const answered = names.length > 0 && names.every(isLocked);
  const { used, diagnostics } = answered ? { used: [], diagnostics: [] } : await usedActions(options);
  const known = [...new Set([...Object.keys(lock.actions), ...used])];
  const [first, ...others] = names.filter((name) => !known.includes(name)).map((name) => notKnown(name, known));
  if (first) throw new CiclError(first, ...others, ...diagnostics);
  const wanted = names.length > 0 ? known.filter((name) => names.includes(name)) : known;
  return { actions: wanted.map((name) => withPin(name, lock)), diagnostics };
}

function withPin(action: string, { actions }: Lock): WantedAction {
  const locked = Object.hasOwn(actions, action);
  const pin = locked ? actions[action] : Object.hasOwn(shippedPins, action) ? shippedPins[action] : undefined;
  return { action, locked, ...(pin ? { pinned: { version: pin.version, commit: pin.commit } } : {}) };
}

async function usedActions(options: CommandOptions): Promise<{ used: readonly string[]; diagnostics: Diagnostic[] }> {
  const { unpinned, unknown, entries, diagnostics } = await run({ ...options, globs: [], targets: [] }, "keep");
  // That an action isn't pinned is what an update is there for. Once there are entries, only writing could fail.
  const obstacles = diagnostics.filter(
    ({ severity, code }) => severity === "error" && code !== "CICL5003" && entries.length === 0,
  );
  return { used: [...unpinned, ...unknown], diagnostics: obstacles.length > 0 ? [notRendered(obstacles)] : [] };
}

function notRendered(obstacles: readonly Diagnostic[]): Diagnostic {
  const codes = [...new Set(obstacles.map(({ code }) => code))].sort().join(", ");
  return warning("CICL6009", {
    what: `The pipelines can't be rendered (${codes}).`,
    why: `An action that they use and that ${lockFile} doesn't pin may stay unknown.`,
    fix: 'Run "cicl check" to see what is wrong, and then the update again.',
  });
}

function notKnown(name: string, known: readonly string[]): Diagnostic {
  const whole = known.find((action) => action.endsWith(`/${name}`));
  return error("CICL1017", {
    what: `The action "${name}" is neither pinned in ${lockFile} nor used by a pipeline.`,
    why: "An update changes pins that something uses; it doesn't guess what was meant.",
    fix: `${whole ? `Did you mean "${whole}"? ` : didYouMean(name, known)}Write owner/repo without a version, or name no action to update all.`,
  });
}
