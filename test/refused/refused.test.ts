import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const top = fileURLToPath(new URL("../../", import.meta.url));
const programs = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Runs one of the project's programs; a start-up variable of this kind would only slow it down. */
function node(...args: readonly string[]): { readonly status: number | null; readonly out: string } {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, out: stdout };
}

test("the type checker refuses every program at the marked line, and nothing else in it", () => {
  const { status, out } = node(`${top}node_modules/typescript/bin/tsc`, "-p", here);
  expect(out).toBe("");
  expect(status).toBe(0);
}, 60_000);

interface Report {
  readonly files: readonly unknown[];
  readonly diagnostics: readonly { readonly code: string; readonly file: string; readonly line: number }[];
}

describe("synth refuses with code and place", () => {
  for (const { name } of programs) {
    test(name, () => {
      const source = readFileSync(`${here}${name}/pipeline.ts`, "utf8");
      const code = /Refused with (CICL\d{4})/.exec(source)?.[1];
      const marked = source.split("\n").findIndex((line) => line.includes("@ts-expect-error")) + 2;
      const { status, out } = node(`${top}cli/bin/cicl.cjs`, "synth", "--cwd", `${here}${name}`, "--format", "json");
      const { diagnostics, files } = JSON.parse(out) as Report;
      expect(diagnostics.map((found) => [found.code, found.file, found.line])).toEqual([[code, "pipeline.ts", marked]]);
      expect(files).toEqual([]);
      expect(status).toBeGreaterThan(0);
    });
  }
});
