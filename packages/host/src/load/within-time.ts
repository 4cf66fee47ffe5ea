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
  const results: T[] = [];
  Object.defineProperty(globalThis, key, { configurable: true, value: () => void results.push(run()) });
  try {
    script.runInThisContext({ timeout: limitMs });
  } catch (cause) {
    const isLate = cause instanceof Error && "code" in cause && cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    throw isLate ? late() : cause;
  }
  const [result] = results;
  return result as T;
}
