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
