import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gatherFacts } from "./facts.ts";
import { temporaryFolder } from "./testing.ts";

test("facts name lock files and Dockerfiles below the root, and nothing of nested roots or libraries", () => {
  const folder = temporaryFolder({
    "cicl.config.ts": "",
    "pnpm-lock.yaml": "",
    "services/api/go.sum": "",
    "services/api/Dockerfile": "",
    "services/api/Dockerfile.dockerignore": "",
    "samples/one/cicl.config.ts": "",
    "samples/one/package-lock.json": "",
    "node_modules/x/yarn.lock": "",
  });
  expect(gatherFacts({ folder, configured: true })).toEqual({
    lockfiles: ["pnpm-lock.yaml", "services/api/go.sum"],
    dockerfiles: ["services/api/Dockerfile"],
  });
});

test("what git ignores is no fact, whichever folder says so", () => {
  const top = temporaryFolder({
    ".gitignore": "vendor/\n/service/package-lock.json\n",
    "service/cicl.config.ts": "",
    "service/.gitignore": "*.txt\n!requirements.txt\n",
    "service/package-lock.json": "",
    "service/yarn.lock": "",
    "service/vendor/go.sum": "",
    "service/requirements.txt": "",
    "service/requirements-dev.txt": "",
  });
  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: top });
  const lockfiles = () => gatherFacts({ folder: join(top, "service"), configured: true }).lockfiles;
  git("init");
  expect(lockfiles()).toEqual(["requirements.txt", "yarn.lock"]);
  git("add", "--force", "service/package-lock.json");
  expect(lockfiles()).toEqual(["package-lock.json", "requirements.txt", "yarn.lock"]);
});

test("where git can't say what it tracks, its rules alone count", () => {
  const folder = temporaryFolder({ ".git": "gitdir: nowhere", ".gitignore": "*.lock", "yarn.lock": "" });
  expect(gatherFacts({ folder, configured: true }).lockfiles).toEqual([]);
});
