import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnosticsPage, targetsPage } from "./pages.ts";

const committed = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

test("the committed table of targets is the one that the backends give", () => {
  expect(committed("targets.md"), 'run "pnpm generate"').toBe(targetsPage());
});

test("the committed list of diagnostics is the one that the source gives", () => {
  expect(committed("diagnostics.md"), 'run "pnpm generate"').toBe(diagnosticsPage());
});
