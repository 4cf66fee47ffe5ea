import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import { createLister, skip, walk } from "./walk.ts";

test("a folder that is left out isn't even looked into", () => {
  const folder = temporaryFolder({ "a.ts": "", "data/volume/x": "", "data/b.ts": "", "volume/c.ts": "" });
  const looked: string[] = [];
  const list = createLister((path) => void looked.push(path));
  expect(walk(folder, new Set([`${skip}^data/volume$`]), list)).toEqual(["a.ts", "data/b.ts", "volume/c.ts"]);
  expect(looked).not.toContain(join(folder, "data/volume"));
});
