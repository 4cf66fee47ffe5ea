import { expect, test } from "vitest";
import { emptyLock, type Lock, parseLock, printLock } from "./lock.ts";
import { addPins, createPins, setSecrets } from "./pins.ts";
import { caught } from "./testing.ts";

const commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";
const other = "820762786026740c76f36085b0efc47a31fe5020";
const digest = `sha256:${"a".repeat(64)}`;
const lock: Lock = {
  cicl: "0.1",
  actions: {
    "actions/setup-node": { version: "v7.0.0", commit: other, date: "2026-08-21" },
    "actions/checkout": { version: "v7.0.1", commit, date: "2026-08-21" },
  },
  images: { "postgres:17": { digest, date: "2026-08-21" } },
  secrets: {},
};
const secret = "projects/hub/secrets/TOKEN";

test("a pin at another major version than the shipped one names that one", () => {
  const shippedAt = (version: string) => {
    const shipped = { "actions/checkout": { version, commit: other } };
    return createPins(lock, shipped, "2026-08-21").pins.action("actions/checkout");
  };
  const pin = { version: "v7.0.1", commit };
  for (const same of ["v7.0.1", "v7.9.0", "v7", "main"]) expect(shippedAt(same)).toEqual(pin);
  for (const another of ["v8.0.0", "v6.9.9", "70.1"])
    expect(shippedAt(another)).toEqual({ ...pin, knownVersion: another });
});

test("a lock is written with one sorted pin a line", () => {
  expect(printLock(lock)).toBe(`{
  "lockVersion": 1,
  "cicl": "0.1",
  "actions": {
    "actions/checkout": { "version": "v7.0.1", "commit": "${commit}", "date": "2026-08-21" },
    "actions/setup-node": { "version": "v7.0.0", "commit": "${other}", "date": "2026-08-21" }
  },
  "images": {
    "postgres:17": { "digest": "${digest}", "date": "2026-08-21" }
  }
}
`);
});

test("what is written is read again", () => {
  expect(parseLock(printLock(lock))).toEqual(lock);
  expect(parseLock(printLock(emptyLock("1.4")))).toEqual(emptyLock("1.4"));
  const secrets = { [secret]: { version: "3" } };
  expect(printLock({ ...lock, secrets })).toContain(`  "secrets": {\n    "${secret}": { "version": "3" }\n  }\n}\n`);
  expect(parseLock(printLock({ ...lock, secrets }))).toEqual({ ...lock, secrets });
});

const refused = (text: string): string => {
  const cause = caught(() => parseLock(text));
  if (!(cause instanceof Error && "diagnostics" in cause && Array.isArray(cause.diagnostics))) throw cause;
  const [found] = cause.diagnostics;
  return `${found.code} ${found.origin.line}:${found.origin.column} ${found.what}`;
};

test("text that isn't JSON is refused at its place", () => {
  expect(refused('{\n  "lockVersion": 1,\n  oops\n}')).toBe("CICL1009 3:3 The lock isn't valid JSON.");
  expect(refused('{\n  "lockVersion": 1,')).toBe("CICL1009 2:20 The lock isn't valid JSON.");
});

test("the marks of a merge conflict are named", () => {
  expect(refused(`${printLock(lock)}<<<<<<< ours\n`)).toContain("12:1 The lock holds the marks of a merge conflict.");
});

test("a lock of another version is refused", () => {
  expect(refused('{ "lockVersion": 2 }')).toBe("CICL1009 1:3 The lock's version is 2, and this cicl reads version 1.");
});

test.each([
  ["an unknown key", printLock(lock).replace('"images"', '"imagse"')],
  ["a commit that isn't one", printLock(lock).replace(commit, "v7")],
  ["a pin with more than its keys", printLock(lock).replace('"version": "v7.0.1"', '"version": "v7.0.1", "x": "y"')],
  ["no minor version", printLock(lock).replace('"0.1"', '"next"')],
  ["null for the secrets", printLock(lock).replace(/\n\}\n$/, ',\n  "secrets": null\n}\n')],
  ["a list", "[]"],
])("%s in a lock is refused", (_, text) => {
  expect(refused(text)).toMatch(/^CICL1009 \d+:\d+ /);
});

const shipped = {
  "actions/checkout": { version: "v8.0.0", commit: other },
  "actions/cache": { version: "v5.0.5", commit },
};

test("the lock's pin wins over the shipped one, and only what was used and missing is added", () => {
  const { pins, missing } = createPins(lock, shipped, "2026-09-01");
  expect(pins.action("actions/checkout")).toMatchObject({ version: "v7.0.1", commit });
  expect(pins.action("nobody/nothing")).toBeUndefined();
  expect(pins.action("constructor")).toBeUndefined();
  expect(pins.image("postgres:17")).toBe(digest);
  expect(missing()).toEqual({});
  expect(pins.action("actions/cache")).toEqual({ version: "v5.0.5", commit });
  expect(missing()).toEqual({ "actions/cache": { version: "v5.0.5", commit, date: "2026-09-01" } });
  const more = addPins(lock, {
    ...missing(),
    "actions/checkout": { version: "v8.0.0", commit: other, date: "2026-09-01" },
  });
  expect(more.actions["actions/checkout"]).toEqual(lock.actions["actions/checkout"]);
  expect(Object.keys(more.actions)).toHaveLength(3);
});

test("versions of secrets are those that the files name; a run of a part keeps the others", () => {
  const { pins, secrets } = createPins(lock, {}, "2026-08-21");
  pins.secret(secret, "4");
  pins.secret("projects/hub/secrets/KEY", "1");
  const before = { ...lock, secrets: { [secret]: { version: "3" }, gone: { version: "1" } } };
  const used = { "projects/hub/secrets/KEY": { version: "1" }, [secret]: { version: "4" } };
  expect(setSecrets(before, secrets(), false).secrets).toEqual(used);
  expect(setSecrets(before, secrets(), true).secrets).toEqual({ ...used, gone: { version: "1" } });
});
