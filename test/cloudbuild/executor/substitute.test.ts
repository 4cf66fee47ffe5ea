import { expect, test } from "vitest";
import type { BuildFile } from "./build-file.ts";
import { type Start, substitute } from "./substitute.ts";

const triggered: Start = { substitutions: { COMMIT_SHA: "abc", _GIVEN: "$_A ${_A" }, triggered: true };
const byHand: Start = { substitutions: {}, triggered: false };

/** What becomes of an argument. */
function argument(text: string, build: Partial<BuildFile> = {}, start: Start = triggered): string | undefined {
  return substitute({ steps: [{ name: "any", args: [text] }], ...build }, start).steps[0]?.args?.[0];
}

test.each([
  ["$COMMIT_SHA", "abc"],
  ["${COMMIT_SHA}s", "abcs"],
  ["$COMMIT_SHAs", "abcs"],
  ["$$COMMIT_SHA", "$COMMIT_SHA"],
  ["$$$COMMIT_SHA", "$abc"],
  ["$$$$", "$$"],
  ["$", "$"],
  ["$1 $a $(b) ${c} ${", "$1 $a $(b) ${c} ${"],
  ["[$TAG_NAME]", "[]"],
  ["[$_MISSING]", "[]"],
  ["$_GIVEN", "$_A ${_A"],
])("%s becomes %s in a triggered build", (text, expected) => expect(argument(text)).toBe(expected));

test.each([
  ["${_A:1:2}", "bc"],
  ["${_A:2}", "cabc"],
  ["${_A/b/-}", "a-cabc"],
  ["${_A//b/}", "acac"],
  ["$_NESTED", "<abcabc>"],
  ["$_CUT", "ab"],
])("%s becomes %s where values change on the way", (text, expected) => {
  const substitutions = { _A: "abcabc", _NESTED: "<$_A>", _CUT: "${_A:0:2}" };
  expect(argument(text, { substitutions })).toBe(expected);
  const options = { dynamicSubstitutions: true, substitutionOption: "ALLOW_LOOSE" } as const;
  expect(argument(text, { substitutions, options }, byHand)).toBe(expected);
});

test("values don't change in a build by hand that doesn't ask for it", () => {
  const substitutions = { _A: "abc", _B: "$_A" };
  expect(argument("$_A $_B ${_A:0:1}", { substitutions }, byHand)).toBe("abc $_A ${_A:0:1}");
});

test("the trigger's value beats the file's", () => {
  const start = { substitutions: { _A: "trigger" }, triggered: true };
  expect(argument("$_A", { substitutions: { _A: "file" } }, start)).toBe("trigger");
});

test("every field of a step but its script, id and waitFor is substituted", () => {
  const text = "$COMMIT_SHA";
  const step = { name: text, entrypoint: text, dir: text, env: [`A=${text}`], script: text, id: text, waitFor: [text] };
  const result = substitute({ steps: [step], options: { env: [`B=${text}`] } }, triggered);
  const kept = { script: text, id: text, waitFor: [text] };
  expect(result.steps).toEqual([{ name: "abc", entrypoint: "abc", dir: "abc", env: ["A=abc"], ...kept }]);
  expect(result.env).toEqual(["B=abc"]);
});

test.each([
  ["an unknown key without underscore", "$PATH", {}, triggered, /PATH isn't defined/],
  ["an unknown key in a build by hand", "$_A", {}, byHand, /_A isn't defined/],
  ["an unused key in a build by hand", "a", { substitutions: { _A: "" } }, byHand, /Nothing uses/],
  ["a file that defines a built-in key", "a", { substitutions: { COMMIT_SHA: "" } }, triggered, /can't define/],
  ["a value that is defined by itself", "$_A", { substitutions: { _A: "$_B", _B: "$_A" } }, triggered, /by itself/],
  ["an operation that nothing documents", "${_A:-b}", { substitutions: { _A: "" } }, triggered, /isn't documented/],
] as const)("%s is refused", (_, text, build, start, message) => {
  expect(() => argument(text, build, start)).toThrow(message);
});

test("what is unused or missing is passed over where the build says so", () => {
  const options = { substitutionOption: "ALLOW_LOOSE" } as const;
  expect(argument("[$_B]", { substitutions: { _A: "" }, options }, byHand)).toBe("[]");
});
