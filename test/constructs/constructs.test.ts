import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { githubPage } from "../docs/constructs.ts";
import { officialComplaints } from "../github/official.ts";
import { officialGaps, unexplained } from "../github/official-gaps.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${top}test/constructs/github`;
const rendered = `${folder}/.github`;
const files = readdirSync(rendered, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yml"));

/** What GitHub's own tools say of a rendered file. */
function complaints(path: string): Promise<readonly string[]> {
  return officialComplaints(path, readFileSync(`${rendered}/${path}`, "utf8"));
}

test("every construct is rendered to the bytes that are committed", () => {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const bin = `${top}cli/bin/cicl.cjs`;
  const { status, stdout } = spawnSync(process.execPath, [bin, "check", "--cwd", folder], { encoding: "utf8", env });
  expect(stdout).toContain("up to date");
  expect(status).toBe(0);
});

test("the committed page shows them as they are", () => {
  expect(readFileSync(`${top}docs/github.md`, "utf8"), 'run "pnpm generate"').toBe(githubPage(top));
});

describe("GitHub's parser and editor service find nothing in", () => {
  for (const path of files) {
    test(path, async () => {
      expect(unexplained(basename(path), await complaints(path))).toEqual([]);
    });
  }
});

test.each(officialGaps.map((gap) => [String(gap.says), gap] as const))(
  "the listed gap %s is still one",
  async (_, { says, where }) => {
    const messages = await Promise.all(files.filter((path) => where.test(basename(path))).map(complaints));
    expect(messages.flat().some((message) => says.test(message))).toBe(true);
  },
);
