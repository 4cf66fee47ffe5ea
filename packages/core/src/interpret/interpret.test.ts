import { expect, test } from "vitest";
import { inStage, interpreted } from "../../../../test/random/interpreted.ts";

test("the constraints of order are the edges", () => {
  expect(interpreted([inStage(1, "a"), inStage(1, "b"), inStage(2, "c")]).before).toEqual([
    ["a", "c"],
    ["b", "c"],
  ]);
});
