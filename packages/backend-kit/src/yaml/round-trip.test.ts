import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { awkwardStrings } from "./awkward.fixture.ts";
import { printYaml } from "./print.ts";
import { map, scalar, sequence, type YamlNode } from "./tree.ts";

const readers = [
  { name: "YAML 1.2", read: (text: string): unknown => parse(text, { version: "1.2", mapAsMap: true }) },
  {
    name: "YAML 1.1",
    read: (text: string): unknown => parse(text, { version: "1.1", schema: "yaml-1.1", mapAsMap: true }),
  },
];

/** What a reader must find in the printed tree. */
function dataOf(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(dataOf);
  return new Map(node.entries.map(({ key, value }) => [key, dataOf(value)]));
}

const text = fc.oneof(
  fc.constantFrom(...awkwardStrings),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.array(fc.constantFrom(..." \n\t:#-?|>'\"\\&*!%@{}[],~=<0123.e_axyn"), { maxLength: 8 }).map((all) => all.join("")),
  fc.tuple(fc.constantFrom(...awkwardStrings), fc.constantFrom(...awkwardStrings)).map((pair) => pair.join("")),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const comment = fc.option(text, { nil: undefined });
const leaf = fc
  .tuple(fc.oneof({ weight: 6, arbitrary: text }, number, fc.integer(), fc.boolean(), fc.constant(null)), comment)
  .map(([value, behind]): YamlNode => scalar(value, behind));
const { node } = fc.letrec<{ node: YamlNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc.array(tie("node"), { maxLength: 4 }).map((items): YamlNode => sequence(items)),
    fc.uniqueArray(fc.tuple(text, tie("node"), comment), { maxLength: 4, selector: ([key]) => key }).map(
      (entries): YamlNode =>
        map(
          entries.map(([key, value, above]) => ({
            key,
            value,
            ...(above === undefined ? {} : { comment: [above] }),
          })),
        ),
    ),
  ),
}));

for (const { name, read } of readers) {
  test(`a ${name} reader finds every awkward string as value, key, item and nested`, () => {
    for (const value of awkwardStrings) {
      const root = map(
        [
          { key: "value", value: scalar(value) },
          { key: `${value}!`, value: scalar(1) },
          { key: value, value: scalar(value, "comment") },
          {
            key: "items",
            value: sequence([scalar(value), map([{ key: value, value: scalar(value) }]), scalar(value)]),
          },
          {
            key: "deep",
            value: sequence([
              sequence([scalar(value)]),
              map([{ key: "a", value: map([{ key: value, value: sequence([scalar(value)]) }]) }]),
            ]),
          },
          { key: "end", value: scalar(value) },
        ].filter((entry, index, all) => all.findIndex((other) => other.key === entry.key) === index),
      );
      expect(read(printYaml(root, { header: [value] }).text), JSON.stringify(value)).toEqual(dataOf(root));
    }
  });

  test(`a ${name} reader finds the data of any tree`, () => {
    fc.assert(
      fc.property(node, text, (value, header) => {
        const root = map([
          { key: "tree", value },
          { key: "end", value: scalar("x") },
        ]);
        expect(read(printYaml(root, { header: [header] }).text)).toEqual(dataOf(root));
      }),
      { numRuns: 600 },
    );
  });
}

test("no tree makes a line end other than a line feed", () => {
  fc.assert(
    fc.property(node, (value) => {
      const printed = printYaml(map([{ key: "tree", value }]), { header: [] });
      expect(printed.text).not.toMatch(/[\r\u0085\u2028\u2029]/);
      expect(printed.text.endsWith("\n")).toBe(true);
    }),
  );
});
