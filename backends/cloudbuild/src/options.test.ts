import { expect, test } from "vitest";
import { readOptions } from "./options.ts";
import { complete } from "./pipeline.fixture.ts";

const problems = (raw: unknown): readonly string[] => {
  const read = readOptions(raw);
  return read.ok ? [] : read.problems.map(({ path }) => path.join("."));
};

const connected = "projects/example/locations/us-central1/connections/c/repositories/hub";

test("a connected repository says the region", () => {
  expect(readOptions({ repository: connected })).toMatchObject({ options: { region: "us-central1" } });
  expect(problems({ repository: connected, region: "us-central1" })).toEqual([]);
});

test("options that hold are read with all defaults", () => {
  const read = readOptions({ ...complete, images: { default: "ubuntu:24.04" } });
  expect(read).toMatchObject({
    ok: true,
    options: {
      ...complete,
      region: "global",
      secrets: {},
      images: { default: "ubuntu:24.04", docker: "docker:28-cli" },
    },
  });
  expect(readOptions({}).ok).toBe(true);
});

test.each([
  ["a key that isn't known", { projects: "x" }, "projects"],
  ["a key that isn't known further in", { images: { dokcer: "x" } }, "images.dokcer"],
  ["a version that isn't pinned", { secrets: { TOKEN: "latest" } }, "secrets.TOKEN"],
  ["a bucket without its scheme", { bucket: "example" }, "bucket"],
  ["an account that is no address", { serviceAccounts: { trusted: "ci" } }, "serviceAccounts.trusted"],
  ["a pool that is no pool", { pools: { docker: "big" } }, "pools.docker"],
  ["a map that is none", { variables: [] }, "variables"],
  ["a text that is none", { project: 1 }, "project"],
  [
    "one account for pull requests and all else",
    { serviceAccounts: { trusted: "ci@example.com", pullRequest: "CI@example.com" } },
    "serviceAccounts.pullRequest",
  ],
  ["a region that isn't the repository's", { region: "global", repository: connected }, "region"],
])("%s is a problem", (_title, raw, path) => {
  expect(problems(raw)).toEqual([path]);
});

test("what isn't an object is a problem", () => {
  expect(problems(null)).toEqual([""]);
});
