import { expect, test } from "vitest";
import { dedent } from "./dedent.ts";

test("Shared indentation and blank lines around go, everything else stays", () => {
  expect(dedent("\n    a\n      b\n\n    c\n  ")).toBe("a\n  b\n\nc");
  expect(dedent("\n\ta\n\t\tb\n")).toBe("a\n\tb");
  expect(dedent("\n\ta\n    b\n")).toBe("\ta\n    b");
});

test("A first line behind the backquote doesn't count", () => {
  expect(dedent("a\n    b\n      c")).toBe("a\nb\n  c");
  expect(dedent("  a")).toBe("a");
});

test("A blank text is empty", () => {
  expect(dedent(" \n\t\n")).toBe("");
});
