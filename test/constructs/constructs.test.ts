import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { githubPage } from "../docs/constructs.ts";
import { officialComplaints } from "../github/official.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${top}test/constructs/github`;
const workflows = `${folder}/.github/workflows`;

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
  for (const name of readdirSync(workflows)) {
    test(name, async () => {
      expect(await officialComplaints(name, readFileSync(`${workflows}/${name}`, "utf8"))).toEqual([]);
    });
  }
});
