import { expect, test } from "vitest";
import { codeFrame } from "./frame.ts";
import { styleOf } from "./style.ts";

const frame = (source: string, line: number, column: number): readonly string[] =>
  codeFrame(source, line, column, styleOf(false));

test("aligns the line numbers and leaves out neighbours that don't exist or are blank", () => {
  const source = Array.from({ length: 11 }, (_, index) => (index === 8 ? "" : `line${index + 1}`)).join("\n");
  expect(frame(source, 10, 3)).toEqual(["10 | line10", "   |   ^", "11 | line11"]);
  expect(frame(source, 1, 1)).toEqual(["1 | line1", "  | ^", "2 | line2"]);
  expect(frame(source, 12, 1)).toEqual([]);
});

test("puts the caret below the column behind tabs", () => {
  expect(frame("\t\tab", 1, 4)).toEqual(["1 |     ab", "  |      ^"]);
});

test("reads Windows line ends", () => {
  expect(frame("a\r\nbc\r\nd\r\n", 2, 2)).toEqual(["1 | a", "2 | bc", "  |  ^", "3 | d"]);
});

test("cuts long lines around the caret, all at the same column", () => {
  const [before, line = "", caret = "", after] = frame(`short\n${"x".repeat(299)}Y${"x".repeat(300)}\nz`, 2, 300);
  expect(line).toMatch(/^2 \| …x+Yx+…$/);
  expect(line.length).toBeLessThan(120);
  expect(line.charAt(caret.indexOf("^"))).toBe("Y");
  expect([before, after]).toEqual(["1 | …", "3 | …"]);
});

test("cuts a long line behind a caret near its start", () => {
  const [line = "", caret] = frame("x".repeat(500), 1, 3);
  expect(line).toBe(`1 | ${"x".repeat(100)}…`);
  expect(caret).toBe("  |   ^");
});
