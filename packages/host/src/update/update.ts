import type { ActionPin } from "@cicl/backend-kit";
import { CiclError, type Diagnostic, hasErrors } from "@cicl/diagnostics";
import type { Lock, LockedAction } from "../lock.ts";
import type { Forge } from "./forge.ts";
import { type Dated, dayOf, type LookedUp, lookUp, type UpdateRules, type WantedAction } from "./look-up.ts";

/** So many actions at once: GitHub asks for few requests at a time. */
const atOnce = 6;

/**
 * Looks several actions up. What fails for one of them doesn't lose what is found for the others.
 * @returns what came of each, in their order
 */
export async function lookUpAll(
  wanted: readonly WantedAction[],
  rules: UpdateRules,
  forge: Forge,
): Promise<readonly LookedUp[]> {
  const found: LookedUp[] = [];
  const queue = wanted.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of queue)
      found[index] = await lookUp(one, rules, forge).catch((cause) => failed(one, cause));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

function failed(wanted: WantedAction, cause: unknown): LookedUp {
  if (!(cause instanceof CiclError)) throw cause;
  return { ...wanted, young: [], diagnostics: cause.diagnostics };
}

/** What is to be said of all of them; what concerns several is said once. */
export function findingsOf(found: readonly LookedUp[]): readonly Diagnostic[] {
  return [...new Map(found.flatMap(({ diagnostics }) => diagnostics.map((one) => [one.what, one]))).values()];
}

/** What the lock is to pin in place of what it pins now; `undefined` where that stays. */
export function newPin({ pinned, locked, next, diagnostics }: LookedUp): (ActionPin & Partial<Dated>) | undefined {
  if (hasErrors(diagnostics)) return undefined;
  return next ?? (locked ? undefined : pinned);
}

/**
 * The lock with what was found. A pin that stays keeps its day.
 * @param now milliseconds; the day of a pin is the one on which its tag was resolved
 */
export function setPins(lock: Lock, found: readonly LookedUp[], now: number): Lock {
  const pins = found.flatMap((one): readonly (readonly [string, LockedAction])[] => {
    const pin = newPin(one);
    return pin ? [[one.action, { version: pin.version, commit: pin.commit, date: dayOf(now) }]] : [];
  });
  return { ...lock, actions: { ...lock.actions, ...Object.fromEntries(pins) } };
}
