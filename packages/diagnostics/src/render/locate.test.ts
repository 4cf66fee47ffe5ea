import { expect, test } from "vitest";
import { locateProperty } from "./locate.ts";

/** The source with `«` where the call starts and `»` where the property is expected, taken out. */
function place(marked: string): { source: string; call: [number, number]; expected: [number, number] } {
  const at = (mark: string): [number, number] => {
    const lines = marked
      .replaceAll(mark === "«" ? "»" : "«", "")
      .split(mark)[0]
      ?.split(/\r\n|\n|\r/);
    return [lines?.length ?? 0, (lines?.at(-1)?.length ?? 0) + 1];
  };
  return { source: marked.replace(/[«»]/g, ""), call: at("«"), expected: at("»") };
}

function locate(marked: string, ...path: readonly string[]): { found: [number, number]; expected: [number, number] } {
  const { source, call, expected } = place(marked);
  const { line, column } = locateProperty(source, { line: call[0], column: call[1] }, path);
  return { found: [line, column], expected };
}

test.each([
  ["a property", `const a = «job("x", {\n  steps: [],\n  »timeout: 1 });`, ["timeout"]],
  ["a quoted property", `«job("x", { »"runs-on": 1 })`, ["runs-on"]],
  ["a shorthand property", `«job("x", { steps, »runner })`, ["runner"]],
  ["a nested property", `«job("x", { image: "no", services: { db: { »image: "pg" } } })`, ["services", "db", "image"]],
  ["an element of a list", `«job("x", { ports: ["1", »"2"] })`, ["ports", "1"]],
  ["a property in a list's element", `«f({ include: [{ os: "a" }, { »os: "b" }] })`, ["include", "1", "os"]],
  ["the property behind a method's name", `on.«push({ »branches: ["main"] })`, ["branches"]],
  ["the last of two equal properties", `«f({ a: 1, »a: 2 })`, ["a"]],
  ["a property with Windows line ends", `//\r\n«f({\r\n\t»a: 1 })`, ["a"]],
  ["a property behind comments and strings", `«f("a: {", /* a: 1 */ { // a: 2\n b: "a: 3", »a: 4 })`, ["a"]],
  ["a property behind a template", "«f({ b: `a: ${g({ a: `}` })} {`, »a: 1 })", ["a"]],
  ["a property behind a regular expression", `«f({ b: /[/"]{/.test("}"), c: 4 / 2, d: 1 / 1, »a: 1 })`, ["a"]],
  ["a property behind a conditional", `«f({ b: c ? a : 1, »a: 2 })`, ["a"]],
  ["a property behind a nested call", `«f({ b: g({ a: 1 }), »a: 2 })`, ["a"]],
  ["a property behind a function", `«f({ b() { return { a: 1 }; }, ...c, [d]: 1, »a: 2 } as const)`, ["a"]],
])("finds %s", (_name, marked, path) => {
  const { found, expected } = locate(marked, ...path);
  expect(found).toEqual(expected);
});

test.each([
  ["the property that holds one which is written elsewhere", `«f({ »services: all })`, ["services", "db"]],
  ["the property that lacks one", `«f({ »a: { b: 1 } })`, ["a", "c"]],
  ["the list whose elements are spread", `«f({ »a: [...b, { c: 1 }] })`, ["a", "1", "c"]],
])("stops at %s", (_name, marked, path) => {
  const { found, expected } = locate(marked, ...path);
  expect(found).toEqual(expected);
});

test.each([
  ["the property isn't written in it", `»«f({ b: 1 })`, ["a"]],
  ["the place isn't a call", `»«x = 1; f({ a: 1 })`, ["a"]],
  ["the place is a tagged template", "»«sh`f({ a: 1 })`", ["a"]],
  ["the call isn't closed", `»«f({ a: 1 }`, ["a"]],
  ["its brackets don't match", `»«f({ b: [1 }, a: 1 })`, ["a"]],
  ["there is no path", `»«f({ a: 1 })`, []],
])("stays at the call when %s", (_name, marked, path) => {
  const { found, expected } = locate(marked, ...path);
  expect(found).toEqual(expected);
});

test("stays at a call that lies outside the file", () => {
  expect(locateProperty("f({ a: 1 })", { line: 9, column: 1 }, ["a"])).toEqual({ line: 9, column: 1 });
});
