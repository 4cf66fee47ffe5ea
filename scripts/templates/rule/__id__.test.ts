import type { Job, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { __name__ as rule } from "./__id__.ts";

const origin = { file: "pipeline.ts", line: 3, column: 14 };

const found = (id: string) => {
  const job = { id, origin } as Job<"normalised">;
  return rule.check({ jobs: [job] } as unknown as Pipeline<"normalised">, []);
};

test("says nothing where it holds, and names the place where it doesn't", () => {
  expect(found("unit")).toEqual([]);
  expect(found("u".repeat(41))).toMatchObject([{ severity: "error", origin }]);
});
