import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Preset {
  readonly customManagers: readonly [
    { readonly managerFilePatterns: readonly string[]; readonly matchStrings: readonly [string] },
  ];
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const [manager] = (JSON.parse(read("docs/renovate-preset.json")) as Preset).customManagers;
const lock = read("examples/letsbe/cicl.lock");

test("Renovate's preset finds every action of a lock with version and commit, and nothing else in it", () => {
  const found = [...lock.matchAll(new RegExp(manager.matchStrings[0], "g"))].map(({ groups = {} }) => [
    groups.depName,
    { version: groups.currentValue, commit: groups.currentDigest },
  ]);
  const { actions } = JSON.parse(lock) as {
    readonly actions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  const pinned = Object.entries(actions).map(([action, { version, commit }]) => [action, { version, commit }]);
  expect(found).toEqual(pinned);
  expect(found.length).toBeGreaterThan(2);
});

test("Renovate's preset asks the repository of an action that is a folder of it", () => {
  const line = `"github/codeql-action/init": { "version": "v4.36.2", "commit": "${"a".repeat(40)}", "date": "2026-08-21" }`;
  expect(new RegExp(manager.matchStrings[0]).exec(line)?.groups).toMatchObject({
    depName: "github/codeql-action/init",
    packageName: "github/codeql-action",
  });
});

test("Renovate's preset reads the lock of any folder and no other file", () => {
  const patterns = manager.managerFilePatterns.map((pattern) => new RegExp(pattern.slice(1, -1)));
  const read = [
    "cicl.lock",
    "services/hub/cicl.lock",
    "cicl.lock.md",
    "xcicl.lock",
    ".github/workflows/hub.yml",
  ].filter((path) => patterns.some((pattern) => pattern.test(path)));
  expect(read).toEqual(["cicl.lock", "services/hub/cicl.lock"]);
});
