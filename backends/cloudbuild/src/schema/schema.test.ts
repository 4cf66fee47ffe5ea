import { expect, test } from "vitest";
import { buildSchema, triggerSchema } from "./index.ts";

test("the schemas refuse misspelt keys, wrong types and what Google fills in", () => {
  const steps = [{ name: "alpine:3", id: "a", waitFor: ["-"], timeout: "60s" }];
  expect(buildSchema.safeParse({ steps }).success).toBe(true);
  const wrong: readonly object[] = [
    { steps: [{ name: "alpine:3", waitfor: ["-"] }] },
    { steps: [{ name: "alpine:3", args: "a" }] },
    { steps: [{ name: "alpine:3", timeout: "20m" }] },
    { steps, options: { machineType: "E2_HIGHCPU_64" } },
    { steps, options: { diskSizeGb: 200 } },
    { steps, id: "1", status: "SUCCESS" },
    { steps, source: {} },
    {},
  ];
  for (const build of wrong) expect(buildSchema.safeParse(build).success, JSON.stringify(build)).toBe(false);
});

test("the schemas accept a file that states a little of everything", () => {
  const build = {
    steps: [{ name: "alpine:3", id: "a", waitFor: ["-"], script: "true", volumes: [{ name: "data", path: "/data" }] }],
    timeout: "3.5s",
    substitutions: { _A: "a" },
    availableSecrets: { secretManager: [{ versionName: "projects/p/secrets/T/versions/1", env: "T" }] },
    artifacts: { objects: { location: "gs://bucket/", paths: ["*.xml"] } },
    dependencies: [{ gitSource: { repository: { url: "u" }, revision: "main", destPath: "lib", depth: "-1" } }],
    options: { machineType: "E2_HIGHCPU_8", diskSizeGb: "200", logging: "CLOUD_LOGGING_ONLY", pool: { name: "p" } },
  };
  expect(buildSchema.safeParse(build).error).toBeUndefined();
  const trigger = { name: "a", build, sourceToBuild: { repository: "r", ref: "refs/heads/main", repoType: "GITHUB" } };
  expect(triggerSchema.safeParse({ ...trigger, approvalConfig: { approvalRequired: true } }).error).toBeUndefined();
});

test("a trigger for pull requests must say who may start builds", () => {
  const trigger = (pullRequest: object) => ({ name: "a", github: { owner: "a", name: "b", pullRequest } });
  const commentControl = "COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY";
  expect(triggerSchema.safeParse(trigger({ branch: "^main$", commentControl })).success).toBe(true);
  expect(triggerSchema.safeParse(trigger({ branch: "^main$" })).success).toBe(false);
});
