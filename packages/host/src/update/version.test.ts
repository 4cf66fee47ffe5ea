import { expect, test } from "vitest";
import { compareVersions, readVersion, type Version } from "./version.ts";

const version = (text: string): Version => {
  const read = readVersion(text);
  if (!read) throw new Error(`${text} isn't a version.`);
  return read;
};

test("only full versions are read", () => {
  expect(version("v1.20.3")).toEqual({ text: "v1.20.3", major: 1, minor: 20, patch: 3, isRelease: true });
  expect(version("0.36.0").isRelease).toBe(true);
  expect(version("v1.2.3-rc.1").isRelease).toBe(false);
  expect(version("v1.2.3+build.5").isRelease).toBe(true);
  const others = ["v1", "v1.2", "main", "1.2.3.4", "v01.2.3", "v1.2.3\n", "release-1.2.3", "v1.2.x", "v1.2.3-", ""];
  expect(others.filter((text) => readVersion(text))).toEqual([]);
});

test("versions are ordered by their numbers, and unfinished ones come before", () => {
  const sorted = ["v0.9.0", "v1.0.0-rc.1", "v1.0.0", "1.2.9", "v1.2.10", "v1.10.0", "v2.0.0", "v10.0.0"];
  const shuffled = [...sorted].reverse().map(version);
  expect(shuffled.sort(compareVersions).map(({ text }) => text)).toEqual(sorted);
});
