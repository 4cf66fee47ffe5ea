import type { Origin } from "@cicl/diagnostics";

const frame = /(cicl-bundle(?:-\d+)?\.cjs):(\d+):(\d+)/;
const name = /^cicl-bundle(?:-\d+)?\.cjs$/;

/**
 * The name under which a bundle runs, and so the file of every origin in it; no path, since origins must not hold one.
 * @param index 0 for the first bundle of a run
 */
export function bundleName(index: number): string {
  return index === 0 ? "cicl-bundle.cjs" : `cicl-bundle-${index}.cjs`;
}

/** Says whether a file name, as V8 knows it, is that of a bundle. */
export function isBundle(file: string): boolean {
  return name.test(file);
}

/**
 * Finds the place in user code that an error comes from.
 * @returns the innermost frame in a bundle, `undefined` when the error never passed one
 */
export function originOf(cause: unknown): Origin | undefined {
  const found = isError(cause) ? frame.exec(textIn(cause, "stack")) : null;
  return found ? { file: found[1] ?? "", line: Number(found[2]), column: Number(found[3]) } : undefined;
}

/** Whether something that was thrown is an error; user code throws anything, also what can't be asked. */
export function isError(cause: unknown): cause is Error {
  try {
    return cause instanceof Error;
  } catch {
    return false;
  }
}

/** A text of an error; empty where it is none, or can't be asked. */
export function textIn(cause: Error, key: "stack" | "name" | "message"): string {
  try {
    const text: unknown = cause[key];
    return typeof text === "string" ? text : "";
  } catch {
    return "";
  }
}

/** Deep enough to find the user's frame below a library's. */
export const stackDepth = 50;

/**
 * Finds the place in user code that calls, directly or not, also where user code has shortened or rewritten its stacks.
 * @returns `undefined` where nobody's code but cicl's and Node's runs
 */
export function callerOrigin(): Origin | undefined {
  const { stackTraceLimit, prepareStackTrace } = Error;
  try {
    Error.stackTraceLimit = stackDepth;
    Reflect.deleteProperty(Error, "prepareStackTrace");
    return originOf(new Error());
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace) Error.prepareStackTrace = prepareStackTrace;
  }
}
