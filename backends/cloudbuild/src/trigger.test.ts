import { expect, test } from "vitest";
import { complete, job, origin, pipelineOf, pullRequest, push, rendered, tag } from "./pipeline.fixture.ts";

const one = [job("one")];
const path = "cloudbuild/triggers/hub.yaml";

test("a push is matched by an anchored expression", () => {
  const triggers = [{ kind: "push", origin, branches: ["main", "release/**"] }] as const;
  expect(rendered(pipelineOf(one, { triggers })).file(path)).toEqual({
    name: "hub",
    description: "Starts the pipeline hub on the event push.",
    github: { owner: "example", name: "hub", push: { branch: "^(?:main|release/.*)$" } },
    filename: "cloudbuild/hub.yaml",
    serviceAccount: "projects/example/serviceAccounts/ci@example.com",
  });
});

test("the pull requests of strangers wait for a comment", () => {
  expect(rendered(pipelineOf(one, { triggers: [pullRequest] })).file(path)).toMatchObject({
    github: { pullRequest: { branch: "^.*$", commentControl: "COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY" } },
  });
});

test("triggers for tags are joined", () => {
  const triggers = [tag, { kind: "tag", origin, tags: ["hub/v*"] }] as const;
  expect(rendered(pipelineOf(one, { triggers })).file(path)).toMatchObject({
    github: { push: { tag: "^(?:v[^/]*|hub/v[^/]*)$" } },
  });
});

test("a connected repository is named in full", () => {
  const repository = "projects/p/locations/europe-west3/connections/forge/repositories/hub";
  expect(rendered(pipelineOf(one), { ...complete, repository }).file(path)).toMatchObject({
    repositoryEventConfig: { repository, push: { branch: "^main$" } },
  });
});

test("paths become the trigger's own filter", () => {
  const triggers = [{ ...push, paths: { include: ["src/**"], exclude: ["**/*.md"] } }];
  expect(rendered(pipelineOf(one, { triggers })).file(path)).toMatchObject({
    includedFiles: ["src/**"],
    ignoredFiles: ["**/*.md", "*.md"],
  });
});

test("paths are relative to the pipeline's own folder", () => {
  const triggers = [{ ...push, paths: { include: ["src/**"], exclude: [] } }];
  expect(rendered(pipelineOf(one, { triggers, source: "apps/hub/pipeline.ts" })).file(path)).toMatchObject({
    includedFiles: ["apps/hub/src/**"],
  });
});

test("a glob that Cloud Build doesn't define is refused", () => {
  const triggers = [{ ...push, paths: { include: ["src/a**"], exclude: [] } }];
  expect(rendered(pipelineOf(one, { triggers })).errors).toHaveLength(1);
});

test("two triggers of a kind with paths are refused", () => {
  const filtered = { ...push, paths: { include: ["src/**"], exclude: [] } };
  expect(rendered(pipelineOf(one, { triggers: [filtered, filtered] })).errors).toHaveLength(1);
  expect(rendered(pipelineOf(one, { triggers: [push, push] })).errors).toEqual([]);
});
