import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { mistakesPage } from "../docs/mistakes.ts";
import { checkerSays, node, refusedPrograms, synthSays } from "./programs.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
const programs = refusedPrograms(top);

test("the type checker refuses every program at the marked line, and nothing else in it", () => {
  const { status, out } = node(`${top}node_modules/typescript/bin/tsc`, "-p", `${top}test/refused`);
  expect(out).toBe("");
  expect(status).toBe(0);
}, 60_000);

test("it says why of those that are marked for it, and nothing of the others", () => {
  const refused = programs.filter(({ checked }) => checked).map(({ name }) => name);
  expect(refused.length).toBeGreaterThan(9);
  expect([...checkerSays(top).keys()].sort()).toEqual(refused.sort());
}, 60_000);

test("the committed page about mistakes says what both say", () => {
  expect(readFileSync(`${top}docs/mistakes.md`, "utf8"), 'run "pnpm generate"').toBe(mistakesPage(top));
}, 120_000);

describe("synth refuses with code and place", () => {
  for (const { name, codes, line } of programs) {
    test(name, () => {
      const { status, files, errors } = synthSays(top, name);
      expect(errors.map((found) => [found.code, found.file, found.line])).toEqual(
        codes.map((code) => [code, "pipeline.ts", line]),
      );
      expect(files).toEqual([]);
      expect(status).toBeGreaterThan(0);
    });
  }
});
