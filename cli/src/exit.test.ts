import { error, warning } from "@cicl/diagnostics";
import { expect, test } from "vitest";
import { exitCodeOf } from "./exit.ts";

const text = { what: "", why: "", fix: "" };

test("warnings are clean, findings are 1, what kept a command from working is 2, a defect of cicl is 3", () => {
  const [hint, finding, failure, defect] = [
    warning("CICL1004", text),
    error("CICL1015", text),
    error("CICL1004", text),
    error("CICL9001", text),
  ];
  expect(exitCodeOf([])).toBe(0);
  expect(exitCodeOf([hint])).toBe(0);
  expect(exitCodeOf([hint, finding])).toBe(1);
  expect(exitCodeOf([finding, failure])).toBe(2);
  expect(exitCodeOf([defect, finding, failure])).toBe(3);
});
