import type { ShippedPin } from "@cicl/actions";
import type { ActionPin, Pins } from "@cicl/backend-kit";
import { byCodeUnit } from "./discover.ts";
import type { Lock, LockedAction, LockedSecret } from "./lock.ts";

/** The pins of a run, and what it took from outside the lock. */
export interface PinRecord {
  readonly pins: Pins;
  /** Actions that were used and that the lock doesn't hold, from the shipped table; sorted. */
  missing(): Readonly<Record<string, LockedAction>>;
  /** Actions that were used and that neither the lock nor the shipped table holds; sorted. */
  unknown(): readonly string[];
  /** The secrets that rendered files name by version; sorted. */
  secrets(): Readonly<Record<string, LockedSecret>>;
}

/**
 * Makes the pins of a run: the lock's first, then those that cicl ships. An action in neither stays unpinned, which the
 * backend refuses.
 * @param lock what the repository pins
 * @param shipped action → version and commit
 * @param date the day of the shipped table, `YYYY-MM-DD`
 */
export function createPins(lock: Lock, shipped: Readonly<Record<string, ShippedPin>>, date: string): PinRecord {
  const unknown = new Set<string>();
  const used = new Map<string, LockedAction>();
  const secrets = new Map<string, LockedSecret>();
  const pins: Pins = {
    action(action) {
      const locked = own(lock.actions, action);
      const pin = own(shipped, action);
      if (locked) return { version: locked.version, commit: locked.commit, ...otherMajor(locked.version, pin) };
      if (pin) used.set(action, { ...pin, date });
      else unknown.add(action);
      return pin;
    },
    image: (image) => own(lock.images, image)?.digest,
    secret: (name, version) => void secrets.set(name, { version }),
  };
  const sorted = <T>(table: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
    Object.fromEntries([...table].sort(([a], [b]) => byCodeUnit(a, b)));
  return {
    pins,
    missing: () => sorted(used),
    unknown: () => [...unknown].sort(byCodeUnit),
    secrets: () => sorted(secrets),
  };
}

/** What cicl knows of an action, where the lock holds another major version; a version without a number is any. */
function otherMajor(locked: string, pin: ShippedPin | undefined): Pick<ActionPin, "knownVersion"> {
  const known = majorOf(pin?.version);
  const other = known !== undefined && ![undefined, known].includes(majorOf(locked));
  return pin && other ? { knownVersion: pin.version } : {};
}

function majorOf(version = ""): string | undefined {
  return /^v?(\d+)(?:\.|$)/.exec(version)?.[1];
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The lock with more actions; what it holds already stays. */
export function addPins(lock: Lock, actions: Readonly<Record<string, LockedAction>>): Lock {
  return { ...lock, actions: { ...actions, ...lock.actions } };
}

/**
 * The lock with the versions of secrets that the rendered files name. A version comes from the target's options, where a
 * rotation is written down; the lock shows it to whoever reviews pins.
 * @param part whether only a part of the repository was rendered, so that what others use stays
 */
export function setSecrets(lock: Lock, secrets: Readonly<Record<string, LockedSecret>>, part: boolean): Lock {
  return { ...lock, secrets: part ? { ...lock.secrets, ...secrets } : secrets };
}
