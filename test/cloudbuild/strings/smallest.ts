import { type Group, separator } from "./random.ts";
import { inFolder, type Way } from "./ways.ts";

/**
 * Sends groups of strings on a way.
 * @returns what went wrong, told by the fewest strings and characters that still go wrong; `undefined` if nothing did
 */
export async function fault(way: Way, groups: readonly Group[]): Promise<string | undefined> {
  const wrong = (fewer: readonly Group[]) => sent(way, fewer);
  if ((await wrong(groups)) === undefined) return undefined;
  const some = await smallest(groups, wrong);
  const apart = some.flat().map((one) => [one]);
  if ((await wrong(apart)) === undefined) {
    const together = await smallest(some.flat(), (fewer) => wrong([fewer]));
    return `Only together: ${(await wrong([together])) ?? (await wrong(some))}`;
  }
  const [one] = (await smallest(apart, wrong)).flat();
  const characters = await smallest([...(one ?? "")], (fewer) => wrong([[fewer.join("")]]));
  return `${JSON.stringify(one)}, or shorter: ${await wrong([[characters.join("")]])}`;
}

/** How groups arrive: `undefined` if unchanged, else what became of the first that didn't. */
async function sent(way: Way, groups: readonly Group[]): Promise<string | undefined> {
  const texts = groups.map((group) => group.join(separator));
  try {
    const arrived = await inFolder((root) => way(texts, root));
    const at = texts.findIndex((text, index) => arrived[index] !== text);
    if (at >= 0) return `${JSON.stringify(texts[at])} arrives as ${JSON.stringify(arrived[at])}`;
    return arrived.length === texts.length ? undefined : `${texts.length} texts arrive as ${arrived.length}`;
  } catch (error) {
    return `${JSON.stringify(texts[0])} stops the build: ${error instanceof Error ? error.message : error}`;
  }
}

/** Leaves out of a list that goes wrong whatever it goes wrong without. */
async function smallest<T>(
  list: readonly T[],
  wrong: (fewer: readonly T[]) => Promise<unknown>,
): Promise<readonly T[]> {
  let kept = list;
  for (let size = kept.length >> 1; size > 0; size >>= 1) {
    for (let from = 0; from < kept.length && kept.length > 1; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (fewer.length > 0 && (await wrong(fewer)) !== undefined) kept = fewer;
      else from += size;
    }
  }
  return kept;
}
