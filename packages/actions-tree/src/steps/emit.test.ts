import { expect, test } from "vitest";
import { scriptName } from "./emit.ts";

test("a script is named by its first line that does something, cut between characters", () => {
  expect(scriptName("\n# Builds.\nmake all &&\nmake test")).toBe("make all");
  const long = `echo ${"a".repeat(65)}😀 and more`;
  expect(scriptName(long)).toBe(`echo ${"a".repeat(65)}😀…`);
});
