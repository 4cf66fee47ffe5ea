import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { emptyFolder, write } from "./folders.ts";
import { run, succeed } from "./run.ts";
import { copyWorkspace, pnpm } from "./workspace.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const copy = emptyFolder("workspace");
let touched: readonly string[] = [];
const packageRoot = (name: string): string => join(copy, "node_modules", name);

beforeAll(() => {
  copyWorkspace(copy);
  const said = [
    ["gate", "licence-audit"],
    ["rule", "short-names"],
    ["command", "list"],
    ["backend", "my-engine"],
  ].map((args) => succeed(copy, "node", "scripts/new.mjs", ...args));
  touched = said.flatMap((text) => [...text.matchAll(/^(?:wrote|registered) +(.+)$/gm)].map(([, path = ""]) => path));
  pnpm(copy, "install", "--prefer-offline", "--no-frozen-lockfile");
  succeed(copy, "node", "scripts/generate.mjs");
});

test("a new gate, rule, command and backend compile", () => {
  expect(run(copy, "node", packageRoot("typescript/bin/tsc"), "-p", ".")).toEqual({ code: 0, text: "" });
});

test("they satisfy the linters", () => {
  expect(touched.length).toBeGreaterThan(20);
  succeed(copy, "node", packageRoot("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", ...touched);
  const unused = run(copy, "node", packageRoot("knip/bin/knip.js")).text;
  expect(unused).not.toMatch(/licence-?audit|short-?names|list\.ts|my-?engine/i);
});

test("their own tests pass, and so do those that hold every room and every target to the rules", () => {
  const own = [
    "packages/stages/src/licence-audit",
    "packages/policy/src/rules/short-names",
    "cli/src/commands/list",
    "backends/my-engine",
  ];
  const text = succeed(
    copy,
    "node",
    packageRoot("vitest/vitest.mjs"),
    "run",
    ...own,
    "test/architecture",
    "test/features",
  );
  expect(text).toMatch(/^\d+ passed, 0 failed\n/m);
  for (const folder of own) expect(text).toContain(`✓ ${folder}`);
});

test("the new ones are offered to users", () => {
  succeed(copy, "node", "scripts/build.mjs");
  expect(succeed(copy, "node", "cli/bin/cicl.cjs", "--help")).toMatch(/^ {2}list /m);
  expect(succeed(copy, "node", "cli/bin/cicl.cjs", "targets", "--target", "my-engine")).toContain("My Engine");
  expect(readFileSync(join(copy, "cli/dist/gates.js"), "utf8")).toContain("licenceAudit");
});

test.each([
  [["gate", "secret-scan"], "packages/stages/src/secret-scan exists already."],
  [["gate", "Licence"], '"Licence" can\'t be an id'],
  [["command", "delete"], "which JavaScript keeps for itself"],
  [["rule", "no-cycle"], "packages/policy/src/rules/no-cycle.ts exists already."],
  [["place", "one"], "Say what is new: pnpm new backend|gate|rule|command <id>."],
  [["gate"], "Say what is new"],
] as const)("%s is refused, and nothing is written", (args, sentence) => {
  const { code, text } = run(copy, "node", "scripts/new.mjs", ...args);
  expect(code).toBe(2);
  expect(text).toContain(sentence);
});

test("a place that can't be found is named before anything is written", () => {
  write(copy, "cli/src/gates.ts", "export {};\n");
  const { code, text } = run(copy, "node", "scripts/new.mjs", "gate", "late-gate");
  expect(code).toBe(2);
  expect(text).toContain("A gate can't be registered in cli/src/gates.ts");
  expect(readFileSync(join(copy, "packages/stages/src/index.ts"), "utf8")).not.toContain("late-gate");
  expect(existsSync(join(copy, "packages/stages/src/late-gate"))).toBe(false);
});
