import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PlanEntry } from "./plan.ts";
import { caught, codesOf, temporaryFolder } from "./testing.ts";
import { applyWrites } from "./write.ts";

const created = (path: string, after: string): PlanEntry => ({ path, status: "created", after });
const updated = (path: string, after: string): PlanEntry => ({ path, status: "updated", after });
const read = (...parts: readonly string[]): string => readFileSync(join(...parts), "utf8");

test("files are created with their folders, updated and deleted, and nothing else is left", () => {
  const root = temporaryFolder({ "a/old.yml": "old", "a/gone.yml": "gone" });
  applyWrites(root, [
    updated("a/old.yml", "new"),
    { path: "a/gone.yml", status: "deleted", before: "gone" },
    created("b/c/fresh.yml", "fresh"),
  ]);
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(["a", "a/old.yml", "b", "b/c", "b/c/fresh.yml"]);
  expect(read(root, "a/old.yml")).toBe("new");
  expect(read(root, "b/c/fresh.yml")).toBe("fresh");
});

test("files that stay and foreign files are not touched", () => {
  const root = temporaryFolder({ "a.yml": "same", "b.yml": "mine" });
  utimesSync(join(root, "a.yml"), 1, 1);
  applyWrites(root, [
    { path: "a.yml", status: "unchanged", before: "same", after: "same" },
    { path: "b.yml", status: "foreign", before: "mine", after: "ours" },
  ]);
  expect(statSync(join(root, "a.yml")).mtimeMs).toBe(1000);
  expect(read(root, "b.yml")).toBe("mine");
});

test("a file where a folder must be leaves the disk as it was", () => {
  const root = temporaryFolder({ "a/old.yml": "old", b: "a file" });
  const cause = caught(() =>
    applyWrites(root, [updated("a/old.yml", "new"), created("x/y.yml", "y"), created("b/c.yml", "c")]),
  );
  expect(codesOf(cause)).toEqual(["CICL1013"]);
  expect(String(cause)).toContain('"b/c.yml" can\'t be written (');
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(["a", "a/old.yml", "b"]);
  expect(read(root, "a/old.yml")).toBe("old");
});

test("a failure after the first files were replaced and deleted brings them back", () => {
  const root = temporaryFolder({ "a.yml": "old", "gone.yml": "gone" });
  const cause = caught(() =>
    applyWrites(root, [
      updated("a.yml", "new"),
      created("new/b.yml", "b"),
      { path: "gone.yml", status: "deleted", before: "gone" },
      { path: "absent.yml", status: "deleted", before: "" },
    ]),
  );
  expect(codesOf(cause)).toEqual(["CICL1013"]);
  expect(readdirSync(root).sort()).toEqual(["a.yml", "gone.yml"]);
  expect(read(root, "a.yml")).toBe("old");
  expect(read(root, "gone.yml")).toBe("gone");
});

test("nothing is written through a link that leads out of the root", () => {
  const elsewhere = temporaryFolder();
  const root = temporaryFolder();
  symlinkSync(elsewhere, join(root, ".github"));
  expect(codesOf(caught(() => applyWrites(root, [created(".github/workflows/a.yml", "a")])))).toEqual(["CICL1013"]);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("a file that somebody else writes meanwhile isn't overwritten, and everything is as it was", () => {
  const root = temporaryFolder({ "a.yml": "old", "b.yml": "theirs", "c.yml": "theirs" });
  const changes = [
    [created("b.yml", "ours")],
    [{ ...updated("c.yml", "ours"), before: "old" }],
    [{ path: "c.yml", status: "deleted", before: "old" } as const],
  ];
  for (const change of changes) {
    const cause = caught(() => applyWrites(root, [{ ...updated("a.yml", "new"), before: "old" }, ...change]));
    expect(codesOf(cause)).toEqual(["CICL1013"]);
    expect(["a.yml", "b.yml", "c.yml"].map((name) => read(root, name))).toEqual(["old", "theirs", "theirs"]);
    expect(readdirSync(root)).toHaveLength(3);
  }
});

test("a file keeps its mode", () => {
  const root = temporaryFolder({ "a.yml": "" });
  chmodSync(join(root, "a.yml"), 0o664);
  applyWrites(root, [updated("a.yml", "new")]);
  expect(statSync(join(root, "a.yml")).mode & 0o777).toBe(0o664);
});

test("what a run that was killed has left is removed an hour later, and nothing else", () => {
  const [left, fresh, theirs] = [".a.yml.cicl-7-abc.old", ".a.yml.cicl-8-abd.new", ".a.yml.7.old"];
  const root = temporaryFolder({ [left]: "", [fresh]: "", [theirs]: "" });
  for (const name of [left, theirs]) utimesSync(join(root, name), 1, 1);
  applyWrites(root, [created("a.yml", "a")]);
  expect(readdirSync(root).sort()).toEqual([theirs, fresh, "a.yml"]);
});
