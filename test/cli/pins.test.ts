import { expect, test } from "vitest";
import { type Repository, repository } from "./repository.ts";

const pipelineText = `import { job, on, pipeline, stage, uses } from "cicl";
import { actions } from "cicl/actions";

const inputs = { key: "k", path: "node_modules" };
const typed = job("typed", { checkout: false, steps: [actions.cacheRestore(inputs)] });
const plain = job("plain", { checkout: false, steps: [uses("actions/cache/save", { with: inputs })] });

export default pipeline("hub", { on: [on.push({ branches: ["main"] })], stages: [stage("verify", [typed, plain])] });
`;

const config = `import { defineConfig } from "cicl";

export default defineConfig({ targets: { github: {}, gitea: {} } });
`;

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

function warnings(repo: Repository): readonly Found[] {
  const { code, out } = repo.cicl("synth", "--format", "json");
  expect(code).toBe(0);
  const { diagnostics } = JSON.parse(out) as { readonly diagnostics: readonly Found[] };
  return diagnostics.filter((found) => found.code === "CICL5011");
}

/** Puts another version of an action into the lock. */
function repin(repo: Repository, action: string, version: string): void {
  const pin = new RegExp(`("${action}": \\{ "version": ")[^"]+`);
  const lock = repo.read("cicl.lock");
  expect(lock).toMatch(pin);
  repo.write("cicl.lock", lock.replace(pin, `$1${version}`));
}

test("a typed action pinned at another major version is warned of where it is used", () => {
  const repo = repository({ "pipeline.ts": pipelineText, "cicl.config.ts": config });
  expect(warnings(repo)).toEqual([]);
  repin(repo, "actions/cache/restore", "v5.99.0");
  repin(repo, "actions/cache/save", "v3.0.0");
  expect(warnings(repo)).toEqual([]);
  repin(repo, "actions/cache/restore", "v6.0.0");
  expect(warnings(repo)).toMatchObject([
    { severity: "warning", file: "pipeline.ts", line: 5, what: expect.stringContaining("v6.0.0") },
  ]);
});

test("an action whose inputs cicl writes itself is one too", () => {
  const repo = repository({ "pipeline.ts": pipelineText.replace("checkout: false, ", ""), "cicl.config.ts": config });
  expect(warnings(repo)).toEqual([]);
  repin(repo, "actions/checkout", "v3.0.0");
  expect(warnings(repo)).toMatchObject([{ file: "pipeline.ts", line: 5, what: expect.stringContaining("checkout") }]);
});
