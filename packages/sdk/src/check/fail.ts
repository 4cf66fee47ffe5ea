import { CiclError, type Code, type Diagnostic, error, type Origin, type Text } from "@cicl/diagnostics";

/** Throws one diagnostic. */
export function fail(code: Code, text: Text, origin: Origin): never {
  throw new CiclError(error(code, text, { origin }));
}

/** Runs several checks and throws all that they found as one error, so that a user sees every problem at once. */
export function collect(...checks: readonly (() => void)[]): void {
  const found: Diagnostic[] = [];
  for (const check of checks) gather(found, check);
  throwAll(found);
}

/** Runs a check and adds its diagnostics to `found`; any other exception goes on. */
export function gather(found: Diagnostic[], check: () => void): void {
  try {
    check();
  } catch (problem) {
    if (!(problem instanceof CiclError)) throw problem;
    found.push(...problem.diagnostics);
  }
}

/** Throws when there is anything to throw. */
export function throwAll(found: readonly Diagnostic[]): void {
  const [first, ...rest] = found;
  if (first) throw new CiclError(first, ...rest);
}
