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

/** The page about mistakes shows these programs with what is said of them. */
const page = readFileSync(`${top}docs/mistakes.md`, "utf8");
const mistakes = new Set(
  [...page.matchAll(/\(\.\.\/test\/refused\/([a-z-]+)\/pipeline\.ts\)/g)].map(([, name = ""]) => name),
);

test("the page about mistakes names programs that are there, each with the type checker's part in it", () => {
  expect(mistakes.size).toBeGreaterThan(9);
  for (const name of mistakes) {
    const checked = readFileSync(`${here}${name}/pipeline.ts`, "utf8").includes("@ts-expect-error");
    const row = page.split("\n").find((line) => line.includes(`/refused/${name}/`)) ?? "";
    expect([name, row.includes("| yes |")]).toEqual([name, checked]);
  }
});

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

interface Report {
  readonly files: readonly unknown[];
  readonly diagnostics: readonly Found[];
}

describe("synth refuses with code and place", () => {
  for (const { name } of programs) {
    test(name, () => {
      const source = readFileSync(`${here}${name}/pipeline.ts`, "utf8");
      const codes = source.split("\n")[0]?.match(/CICL\d{4}/g) ?? [];
      const marked = source.split("\n").findIndex((line) => /@ts-expect-error|Only synth knows/.test(line)) + 2;
      const { status, out } = node(`${top}cli/bin/cicl.cjs`, "synth", "--cwd", `${here}${name}`, "--format", "json");
      const { diagnostics, files } = JSON.parse(out) as Report;
      expect(diagnostics.map((found) => [found.code, found.file, found.line])).toEqual(
        codes.map((code) => [code, "pipeline.ts", marked]),
      );
      if (mistakes.has(name)) for (const { what } of diagnostics) expect(page).toContain(what);
      expect(files).toEqual([]);
      expect(status).toBeGreaterThan(0);
    });
  }
});
