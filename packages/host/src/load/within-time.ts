import { Script } from "node:vm";

const key = Symbol.for("cicl.task");
/** A script alone can be stopped from outside, so the task is one. */
const script = new Script(
  `{ const key = Symbol.for("cicl.task"), task = globalThis[key]; delete globalThis[key]; task(); }`,
  { filename: "cicl-task.js" },
);

/**
 * Runs code that is stopped when it doesn't return in time, also out of a loop without end. What it leaves behind a first
 * `await` isn't meant.
 * @param limitMs milliseconds
 * @param late makes what is thrown then
 */
export function withinTime<T>(run: () => T, limitMs: number, late: () => Error): T {
  let ended: (() => T) | undefined;
  const task = (): void => {
    try {
      const result = run();
      ended = () => result;
    } catch (cause) {
      ended = () => {
        throw cause;
      };
    }
  };
  Object.defineProperty(globalThis, key, { configurable: true, value: task });
  try {
    script.runInThisContext({ timeout: limitMs });
  } catch (cause) {
    // Whatever the task throws is kept, so this is the clock's.
    if (ended === undefined && cause instanceof Error) throw late();
    throw cause;
  }
  if (ended === undefined) throw late();
  return ended();
}
