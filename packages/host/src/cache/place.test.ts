import { homedir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { cacheFolder, entryFile, keyOf } from "./place.ts";

test("the folder is the one that is named, else the user's own for caches", () => {
  expect(cacheFolder({ CICL_CACHE_DIR: "/a", XDG_CACHE_HOME: "/b" }, "linux")).toBe("/a");
  expect(cacheFolder({ CICL_CACHE_DIR: "", XDG_CACHE_HOME: "/b" }, "linux")).toBe(join("/b", "cicl"));
  expect(cacheFolder({}, "linux")).toBe(join(homedir(), ".cache", "cicl"));
  expect(cacheFolder({}, "darwin")).toBe(join(homedir(), "Library", "Caches", "cicl"));
  expect(cacheFolder({ LOCALAPPDATA: "/local" }, "win32")).toBe(join("/local", "cicl", "Cache"));
});

test("another build, colour or ambient variable is another key, any other variable isn't", () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  const plain = { build: "1", color: { out: false, err: false } };
  const key = keyOf(plain);
  expect(keyOf({ ...plain, build: "2" })).not.toBe(key);
  expect(keyOf({ ...plain, color: { out: true, err: false } })).not.toBe(key);
  vi.stubEnv("UNRELATED", "x");
  expect(keyOf(plain)).toBe(key);
  for (const name of ["TZ", "LC_CICL", "NODE_PATH"]) {
    vi.stubEnv(name, "somewhere");
    expect(keyOf(plain)).not.toBe(key);
    vi.unstubAllEnvs();
  }
});

test("keys have files of their own", () => {
  const files = new Set(Array.from({ length: 10_000 }, (_, index) => entryFile("/c", `key ${index}`)));
  expect(files.size).toBe(10_000);
});
