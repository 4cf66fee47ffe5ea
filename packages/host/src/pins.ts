import type { ShippedPin } from "@cicl/actions";
import type { Pins } from "@cicl/backend-kit";
import { byCodeUnit } from "./discover.ts";
import type { Lock, LockedAction } from "./lock.ts";

/** The pins of a run, and what it took from outside the lock. */
export interface PinRecord {
  readonly pins: Pins;
  /** Actions that were used and that the lock doesn't hold, from the shipped table; sorted. */
  missing(): Readonly<Record<string, LockedAction>>;
}

/**
 * Makes the pins of a run: the lock's first, then those that cicl ships. An action in neither stays unpinned, which the
 * backend refuses.
 * @param lock what the repository pins
 * @param shipped action → version and commit
 * @param date the day of the shipped table, `YYYY-MM-DD`
 */
export function createPins(lock: Lock, shipped: Readonly<Record<string, ShippedPin>>, date: string): PinRecord {
  const used = new Map<string, LockedAction>();
  const pins: Pins = {
    action(action) {
      const locked = own(lock.actions, action);
      if (locked) return { version: locked.version, commit: locked.commit };
      const pin = own(shipped, action);
      if (pin) used.set(action, { ...pin, date });
      return pin;
    },
    image: (image) => own(lock.images, image)?.digest,
  };
  const missing = (): Readonly<Record<string, LockedAction>> =>
    Object.fromEntries([...used].sort(([a], [b]) => byCodeUnit(a, b)));
  return { pins, missing };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The lock with more actions; what it holds already stays. */
export function addPins(lock: Lock, actions: Readonly<Record<string, LockedAction>>): Lock {
  return { ...lock, actions: { ...actions, ...lock.actions } };
}
