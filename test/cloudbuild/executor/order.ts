import { type BuildStep, Refused } from "./build-file.ts";

/**
 * Says for each step which earlier ones must have ended before it starts, by index. Without `waitFor`, or with an empty
 * one, these are all that stand above it; `-` alone is none, and is ignored beside others.
 * @throws Refused when an id stands twice, or a step waits for one that isn't above it
 */
export function waitsOf(steps: readonly BuildStep[]): readonly (readonly number[])[] {
  const above = new Map<string, number>();
  return steps.map(({ id, waitFor = [] }, index) => {
    const named = waitFor.filter((name) => name !== "-");
    const waits = named.map((name) => {
      const found = above.get(name);
      if (found === undefined) throw new Refused(`A step waits for ${name}, which no step above it is.`);
      return found;
    });
    if (id !== undefined && above.has(id)) throw new Refused(`Two steps have the id ${id}.`);
    if (id !== undefined) above.set(id, index);
    return waitFor.length === 0 ? steps.slice(0, index).map((_, earlier) => earlier) : waits;
  });
}
