import type { Origin } from "@cicl/diagnostics";
import { expect, test } from "vitest";
import { cron } from "../cron.ts";
import { codes, refusals } from "../user-code.fixture.ts";
import { days, minutes, seconds } from "./duration.ts";
import { glob, refGlob } from "./glob.ts";
import { imageReference, imageRepository } from "./image-reference.ts";
import { storedName, variableName } from "./names.ts";
import { artifactPath, cachePath, path } from "./path.ts";
import { flag, list, object, oneOf, optional, type Reader, text, whole, withDefault } from "./reader.ts";
import { timeOfDay, weekdays, zone } from "./time.ts";

const here: Origin = { file: "pipeline.ts", line: 1, column: 1 };

/** Splits inputs into those that a reader takes and those that it refuses. */
function taken(reader: Reader<unknown>, inputs: readonly unknown[]): readonly unknown[] {
  return inputs.filter((input) => codes(() => reader(input, here)).length === 0);
}

test("An object reports every problem inside with its path, and suggests the key that is meant", () => {
  const reader = object("A thing", {
    name: text,
    count: optional(whole(1, 3)),
    inner: object("An inner thing", { on: withDefault(flag, false) }),
  });
  expect(reader({ name: "a", inner: {} }, here)).toEqual({ name: "a", inner: { on: false } });
  const found = refusals(() => reader({ nam: "a", count: 4, inner: { on: "yes" } }, here));
  expect(found.map(({ code, origin }) => [code, origin?.path?.join(".")])).toEqual([
    ["CICL2003", "nam"],
    ["CICL2004", "name"],
    ["CICL2004", "count"],
    ["CICL2004", "inner.on"],
  ]);
  expect(found[0]?.fix).toBe('Did you mean "name"? The known keys are name, count, inner.');
  expect(found[3]?.what).toBe('"inner.on" must be true or false, but it is the string "yes".');
});

test("A key that isn't given is absent, whatever objects inherit", () => {
  const reader = object("A thing", { constructor: optional(text), toString: withDefault(text, "a") });
  expect(reader({}, here)).toEqual({ toString: "a" });
});

test("What is given in place of an object is said as it is", () => {
  const said = (value: unknown) => refusals(() => object("A thing", {})(value, here))[0]?.what;
  expect(said(new Map())).toContain("it is an instance of Map.");
  expect(said(Symbol("a"))).toContain("it is a symbol.");
  expect(said(1n)).toContain("it is a bigint.");
  expect(said(() => 1)).toContain("it is a function.");
});

test("Text that no file can hold is refused", () => {
  expect(taken(text, ["😀", "a\n", "\ud83d", "a\ude00", "a\0"])).toEqual(["😀", "a\n"]);
});

test("Only plain objects are options", () => {
  const reader = object("A thing", {});
  expect(taken(reader, [{}, Object.create(null), [], null, "a", 1, new Map(), () => 1])).toEqual([{}, {}]);
});

test("A list sees holes and its least length", () => {
  const sparse = ["a"];
  sparse[2] = "c";
  expect(codes(() => list(text)(sparse, here))).toEqual(["CICL2004"]);
  expect(codes(() => list(text, 1)([], here))).toEqual(["CICL2004"]);
  expect(codes(() => list(text)("a", here))).toEqual(["CICL2004"]);
});

test("One of a few words suggests the nearest", () => {
  const [found] = refusals(() => oneOf("staging", "production")("prodction", here));
  expect(found?.fix).toBe('Did you mean "production"? Write "staging" or "production" here.');
});

test("Durations are whole numbers of their unit", () => {
  expect(minutes("1h30m", here)).toBe(90);
  expect(minutes("120s", here)).toBe(2);
  expect(seconds("1m30s", here)).toBe(90);
  expect(days("30d", here)).toBe(30);
  expect(taken(minutes, ["90s", "0m", "", "5", "5 m", "m", "1m1h", "-5m", "1.5h", 5])).toEqual([]);
  expect(taken(days, ["36h", "48h"])).toEqual(["48h"]);
});

test("Schedules have five fields with numbers, names, lists, ranges and steps", () => {
  const good = [
    "30 4 * * *",
    "*/5 * * * *",
    "0 0 1,15 * mon-fri",
    "7 */2 * jan-mar SUN",
    "0 9-17/2 * * *",
    "5/10 * * * *",
  ];
  expect(taken(cron, good)).toEqual(good);
  expect(cron("  30   4 * * 1 ", here)).toBe("30 4 * * 1");
  const bad = [
    "* * * *",
    "60 * * * *",
    "* 24 * * *",
    "0 0 0 * *",
    "0 0 * 13 *",
    "0 0 * * 7",
    "a * * * *",
    "1-x * * * *",
  ];
  expect(taken(cron, [...bad, "5-1 * * * *", "*/0 * * * *", "@daily", "0 0 * * mon,", "0 0 L * *", ""])).toEqual([]);
});

test("Schedules keep five minutes between two runs, over the hour and over midnight too", () => {
  expect(taken(cron, ["* * * * *", "*/4 * * * *", "0,3 * * * *", "1,58 * * * *", "0,59 0,23 * * *"])).toEqual([]);
  expect(taken(cron, ["1,58 4 * * *", "0 * * * *"])).toEqual(["1,58 4 * * *", "0 * * * *"]);
});

test("Globs are relative names with three wildcards", () => {
  expect(taken(glob, ["main", "release/**", "v?.*", "a b"])).toHaveLength(4);
  expect(taken(glob, ["", "!main", "/a", "./a", "a/../b", "a\\b", "a\nb"])).toEqual([]);
});

test("Paths are relative", () => {
  expect(taken(path, [".", "a/b", "a..b/...", "**/*.xml"])).toHaveLength(4);
  expect(taken(path, ["/a", "~/a", "C:/a", "a\\b", "a\nb", "a\u0000b", ""])).toEqual([]);
});

test("Paths never go up, not even inside the repository", () => {
  for (const up of ["..", "../x", "a/../b", "a/.."]) {
    expect(codes(() => path(up, here))).toEqual(["CICL2004"]);
    expect(codes(() => artifactPath(up, here))).toEqual(["CICL2016"]);
    expect(codes(() => cachePath(up, here))).toEqual(["CICL2004"]);
  }
});

test("What is cached may stand outside the repository, one path a time", () => {
  expect(taken(cachePath, ["~/.cache", "~", "/var/cache/x", "node_modules"])).toHaveLength(4);
  expect(taken(cachePath, ["~/a\n~/b", "/a\nb", "a\nb", "", 1])).toEqual([]);
});

test("Globs of branches and tags hold only what git lets stand in their names", () => {
  expect(taken(refGlob, ["main", "release/**", "v?.*", "hub/v1.0+x", "feature/a-b_c"])).toHaveLength(5);
  const wrong = ["v[0-9]+", "a]", "a\\d", "^v", "a~1", "a:b", "a b", "a..b", "../x"];
  for (const pattern of wrong) expect(codes(() => refGlob(pattern, here))).toEqual(["CICL2010"]);
  expect(refusals(() => refGlob("v[0-9]+", here))[0]?.fix).toContain('"?"');
});

test("Names of secrets and variables avoid what engines reserve", () => {
  expect(taken(storedName, ["A", "NPM_TOKEN", "CIA"])).toHaveLength(3);
  expect(taken(storedName, ["a", "1A", "A-B", "GITHUB_X", "GITEA_X", "CI", ""])).toEqual([]);
  expect(taken(variableName, ["a", "CI", "GITHUB_TOKEN", "A_1"])).toHaveLength(4);
  expect(taken(variableName, ["1a", "A-B", "GITHUB_SHA", "RUNNER_OS", "CICL_OUTPUT"])).toEqual([]);
});

test("Images are named in lower case; a repository has no tag", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  expect(
    taken(imageReference, ["a", "a/b:1", "host.io:5000/a/b-c_d:1.2", `a/b@${digest}`, `a:1@${digest}`]),
  ).toHaveLength(5);
  expect(taken(imageReference, ["A/B:1", "a b", "a:", "a@sha256:1", "-a", "${x}"])).toEqual([]);
  expect(taken(imageRepository, ["a/b", "ghcr.io/a/b", "localhost:5000/a", "a/b:1"])).toEqual([
    "a/b",
    "ghcr.io/a/b",
    "localhost:5000/a",
  ]);
});

test("Zones, times and days are those that every machine knows", () => {
  expect(taken(zone, ["UTC", "Europe/Berlin", "Etc/GMT+5", "Europe/Berln", "+02:00", ""])).toEqual([
    "UTC",
    "Europe/Berlin",
    "Etc/GMT+5",
  ]);
  expect(taken(timeOfDay, ["09:00", "23:59", "24:00", "9:00", "09:60"])).toEqual(["09:00", "23:59"]);
  expect(taken(weekdays, ["mon", "mon-thu", "mon,wed-fri", "fri-mon", "monday", "mon-tue-wed", ""])).toEqual([
    "mon",
    "mon-thu",
    "mon,wed-fri",
  ]);
});
