import fc from "fast-check";

/** Stands between the strings of a group. No string holds it, nor NUL, which no argument and no variable can hold. */
export const separator = "\u0001";
/** Strings that travel together, joined by the separator, to save processes. */
export type Group = readonly string[];

export const seed = Date.now() % 1_000_000;

/** Whatever a reader of YAML, a shell or Cloud Build could take for its own; and any other character. */
const awkward = [
  ..."$${}()'\"`\\\n\r\t =<>|&;*?[]!~#%:-_,.@aZ09é💥\u0085\u2028\ufeff",
  "$_A",
  "$HOME",
  "$$",
  "${",
  "$(",
  "<<",
  ": ",
  " #",
];
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: "binary", minLength: 1, maxLength: 1 })
      .filter((one) => one !== "\0" && one !== separator),
  },
);

/** So many random strings, no two of them the same. */
export function distinct(count: number): readonly string[] {
  const strings = new Set<string>();
  for (let round = 0; strings.size < count; round += 1) {
    const some = { numRuns: count, seed: seed + round };
    for (const one of fc.sample(fc.string({ unit: character, maxLength: 12 }), some)) strings.add(one);
  }
  return [...strings].slice(0, count);
}

/** The first strings each in a group of its own, where their beginnings and ends are bare; the others so many a group. */
export function groupsOf(strings: readonly string[], alone: number, size: number): readonly Group[] {
  const grouped = strings.slice(alone);
  return [
    ...strings.slice(0, alone).map((one) => [one]),
    ...Array.from({ length: Math.ceil(grouped.length / size) }, (_, index) =>
      grouped.slice(index * size, (index + 1) * size),
    ),
  ];
}
