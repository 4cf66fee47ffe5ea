import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { roomMap } from "./map.ts";
import { repository } from "./sources.ts";

test("the committed map of the rooms is the one that the tables give", () => {
  expect(readFileSync(`${repository}packages/README.md`, "utf8"), 'run "pnpm generate"').toBe(roomMap());
});
