import { printYaml, yaml } from "@cicl/backend-kit";
import { expect, test } from "vitest";
import { runBuild } from "./executor.ts";
import { distinct, groupsOf, seed, separator } from "./strings/random.ts";
import { fault } from "./strings/smallest.ts";
import { pieces, type Way, ways } from "./strings/ways.ts";

/** How many strings there are; each of them goes all four ways. */
const count = 100_000;
const strings = distinct(count);
/** So many travel alone, with their own beginnings and ends; the others in groups. */
const alone = 200;
/** An output takes processes, however long it is; a variable may have a thousand characters. */
const sizes = { variables: 80, arguments: 80, scripts: 80, outputs: 300 };
const names = ["variables", "arguments", "scripts", "outputs"] as const;

test.each(names)(
  `${count} distinct random strings pass unchanged: %s`,
  async (name) => {
    const groups = groupsOf(strings, alone, sizes[name]);
    expect(new Set(groups.flat()).size).toBe(count);
    expect(await fault(ways[name], groups), `seed ${seed}`).toBe(undefined);
  },
  120_000,
);

test("the one string among many that doesn't pass is told, and what of it matters", async () => {
  const careless: Way = async (texts) => texts.map((text) => text.replaceAll("x%", "x%%"));
  const many = groupsOf(["a", "b%", ...Array.from({ length: 500 }, (_, index) => `s${index}`), "c x%y", "x"], 2, 80);
  expect(await fault(careless, many)).toBe('"c x%y", or shorter: "x%" arrives as "x%%"');
});

test("strings that pass alone and not together are told together", async () => {
  const short: Way = async (texts) => texts.map((text) => text.slice(0, 2));
  expect(await fault(short, [["a"], ["b", "c", "d"]])).toBe('Only together: "c\\u0001d" arrives as "c\\u0001"');
});

test("random strings pass through the arguments and variables of a step as Cloud Build substitutes them", async () => {
  const texts = groupsOf(strings, alone, 80)
    .slice(0, 600)
    .map((group) => group.join(separator));
  const doubled = (text: string): string => text.replaceAll("$", "$$$$");
  const parts = pieces(texts, 90, 30_000);
  const steps = parts.map((part, index) => ({
    id: `s${index}`,
    name: "any",
    waitFor: ["-"],
    env: part.map((text, at) => `V${at}=${doubled(text)}`),
    args: [
      "sh",
      "-c",
      doubled(`printf '%s\\0' "$@" ${part.map((_, at) => `"$V${at}"`).join(" ")}`),
      "sh",
      ...part.map(doubled),
    ],
  }));
  const tree = yaml({ steps });
  if (tree.kind !== "map") throw new Error("A build is a map.");
  const result = await runBuild(printYaml(tree, { header: [] }).text, { images: { "*": {} }, concurrency: 2 });
  expect(
    result.steps.flatMap(({ output }) => output.split("\0").slice(0, -1)),
    `seed ${seed}`,
  ).toEqual(parts.flatMap((part) => [...part, ...part]));
}, 60_000);
