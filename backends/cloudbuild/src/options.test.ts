import { expect, test } from "vitest";
import { readOptions } from "./options.ts";
import { complete } from "./pipeline.fixture.ts";

const problems = (raw: unknown): readonly string[] => {
  const read = readOptions(raw);
  return read.ok ? [] : read.problems.map(({ path }) => path.join("."));
};

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
])("%s is a problem", (_title, raw, path) => {
  expect(problems(raw)).toEqual([path]);
});

test("what isn't an object is a problem", () => {
  expect(problems(null)).toEqual([""]);
});
