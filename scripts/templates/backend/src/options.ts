import type { OptionsResult } from "@cicl/backend-kit";

/** What a configuration can say about __Title__: nothing, so far. */
export type __Name__Options = Readonly<Record<never, never>>;

/** Reads the options; every key is a problem. */
export function readOptions(raw: unknown): OptionsResult<__Name__Options> {
  const fix = 'Write "__id__": {}.';
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { ok: false, problems: [{ path: [], what: "The options of __id__ must be an object.", fix }] };
  }
  const problems = Object.keys(raw).map((key) => ({ path: [key], what: `__id__ has no option "${key}".`, fix }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, options: {} };
}
