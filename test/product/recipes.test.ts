import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkTrigger, triggerSchema } from "@cicl/backend-cloudbuild/schema";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { officialComplaints } from "../github/official.ts";
import { workspace } from "./folders.ts";
import { hook, hooks } from "./hooks.ts";

describe("the hooks of pre-commit", () => {
  test("are two, run what is installed and get no file names", () => {
    expect(hooks).toEqual([
      expect.objectContaining({ id: "cicl-synth", language: "system", pass_filenames: false }),
      expect.objectContaining({ id: "cicl-check", language: "system", pass_filenames: false }),
    ]);
  });

  const relevant = [
    "pipeline.ts",
    "apps/hub/release.pipeline.ts",
    "cicl.config.ts",
    "ci/services.ts",
    "cicl.lock",
    ".github/workflows/hub.yml",
    ".gitea/workflows/hub.yml",
    "cloudbuild/hub.yaml",
    "package.json",
    "pnpm-lock.yaml",
    "go.sum",
    "uv.lock",
    "bun.lockb",
    "requirements-dev.txt",
    "pylock.toml",
    "Package.resolved",
    "gradle.lockfile",
    "apps/hub/Dockerfile",
    "Dockerfile.dev",
    "hub.Dockerfile",
    "Containerfile",
  ];
  const irrelevant = ["README.md", "src/main.py", "logo.png", "docs/pipeline.txt"];

  for (const { id, files } of hooks) {
    test(`${id} runs when a file changes that decides what is rendered, and for no other`, () => {
      const pattern = new RegExp(files);
      expect(relevant.filter((path) => !pattern.test(path))).toEqual([]);
      expect(irrelevant.filter((path) => pattern.test(path))).toEqual([]);
    });
  }
});

describe("the page about installation", () => {
  const page = readFileSync(join(workspace, "docs/install.md"), "utf8");

  /** The first block of code below a line of the page. */
  function codeBelow(line: string): string {
    const [, code = ""] = /^```\w+\n(.*?)^```$/ms.exec(page.slice(page.indexOf(line))) ?? [];
    return code;
  }

  test("shows the hook that runs what pre-commit would", () => {
    expect(codeBelow("### No tool at all")).toBe(`#!/bin/sh\nexec ${hook("cicl-check").entry}\n`);
    for (const { id } of hooks) expect(page).toContain(id);
  });

  test("shows a workflow for GitHub that GitHub's own parser takes", async () => {
    const workflow = codeBelow("GitHub, `.github/workflows/cicl.yml`:");
    expect(workflow).toContain("cicl@0.1 check");
    expect(await officialComplaints("cicl.yml", workflow)).toEqual([]);
  });

  test("shows one for Gitea that is the same to it but for the addresses of actions", async () => {
    const workflow = codeBelow("Gitea, `.gitea/workflows/cicl.yml`:");
    expect(workflow).toContain("cicl@0.1 check");
    const addresses = /https:\/\/github\.com\//g;
    expect(workflow.match(addresses)).toHaveLength(2);
    expect(await officialComplaints("cicl.yml", workflow.replaceAll(addresses, ""))).toEqual([]);
  });

  test("shows a trigger for Cloud Build that holds its build itself", () => {
    const trigger: unknown = parse(codeBelow("Cloud Build, `cicl.trigger.yaml`: the build"));
    expect(triggerSchema.parse(trigger).build?.steps).toMatchObject([{ script: "npx --yes cicl@0.1 check" }]);
    expect(checkTrigger(trigger)).toEqual([]);
  });
});
