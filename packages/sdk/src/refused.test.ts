import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as sdk from "./index.ts";
import * as fixture from "./refused.fixture.ts";
import { refusals } from "./user-code.fixture.ts";

const source = readFileSync(new URL("refused.types.ts", import.meta.url), "utf8");
const mark = /^ *\/\/ @ts-expect-error (CICL\d{4})\n((?:(?! *\/\/|\];|export |$).*\n|export const \w+ = .*\n)+)/gm;
const programs = [...source.matchAll(mark)].map(([, code = "", program = ""]) => ({
  code,
  program: program
    .replace(/^export const \w+ = /, "")
    .trim()
    .replace(/[,;]$/, ""),
}));

test("Every refused program is found in the source", () => {
  expect(programs.length).toBe(source.split("// @ts-expect-error").length - 1);
  expect(programs.length).toBeGreaterThan(70);
});

test.each(programs)("What doesn't compile is refused at run time with $code: $program", ({ code, program }) => {
  const scope = { ...sdk, ...fixture };
  const run = new Function(...Object.keys(scope), `return (${program});`);
  const found = refusals(() => run(...Object.values(scope)));
  expect(found.map((one) => one.code)).toContain(code);
  for (const { what, why, fix, origin } of found) {
    for (const sentence of [what, why, fix]) expect(sentence).toMatch(/^["'A-Z][\s\S]*\.$/);
    expect(origin?.file).toMatch(/refused\.(test|fixture)\.ts$/);
  }
});
