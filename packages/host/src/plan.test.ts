import { marker } from "@cicl/backend-kit";
import type { RenderedFile } from "@cicl/core";
import { error } from "@cicl/diagnostics";
import { expect, test } from "vitest";
import { unifiedDiff } from "./diff.ts";
import type { DiskEntry } from "./disk.ts";
import { type PlanRest, planWrites } from "./plan.ts";

const path = ".github/workflows/hub.yml";
const text = `# ${marker("pipeline.ts")}\nname: hub\n`;
const rendered: RenderedFile = { path, text, positions: new Map(), target: "github", pipeline: "hub" };
const lock = { path: "cicl.lock", text: "{}\n" };
const folders = [{ target: "github", folder: ".github/workflows" }];

interface Input extends PlanRest {
  readonly files: readonly RenderedFile[];
}

const plan = (disk: Readonly<Record<string, DiskEntry>>, input: Partial<Input> = {}) => {
  const planning = planWrites({
    read: (path) => disk[path],
    below: (folder) => Object.keys(disk).filter((path) => path.startsWith(`${folder}/`)),
  });
  for (const one of input.files ?? [rendered]) planning.add(one);
  return planning.finish({ lock, folders, ...input });
};
const statuses = (disk: Readonly<Record<string, DiskEntry>>, input: Partial<Input> = {}) =>
  Object.fromEntries(plan(disk, input).entries.map((entry) => [entry.path, entry.status]));
const file = (content: string): DiskEntry => ({ kind: "file", text: content });

test("on an empty disk everything is created, the lock last", () => {
  expect(plan({}).entries.map((entry) => `${entry.path} ${entry.status}`)).toEqual([
    `${path} created`,
    "cicl.lock created",
  ]);
});

test("equal files stay, also when they were checked out with CRLF", () => {
  const disk = { [path]: file(text.replaceAll("\n", "\r\n")), "cicl.lock": file("{}\r\n") };
  expect(statuses(disk)).toEqual({ [path]: "unchanged", "cicl.lock": "unchanged" });
});

test("a generated file that differs is updated", () => {
  expect(statuses({ [path]: file(`${text}# more\n`) })[path]).toBe("updated");
});

test.each([
  ["a hand-written file", file("name: mine\n")],
  ["a folder", { kind: "folder" }],
  ["a link", { kind: "link" }],
] as const)("%s in the way is foreign and an error", (_, entry) => {
  const { entries, diagnostics } = plan({ [path]: entry });
  expect(entries[0]?.status).toBe("foreign");
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL1012"]);
});

test("a file that can't be read is an error, and says so itself", () => {
  const diagnostics = [error("CICL1014", { what: "It can't be read.", why: "So.", fix: "Move it." })];
  const found = plan({ [path]: { kind: "unreadable", diagnostics } });
  expect(found.diagnostics).toEqual(diagnostics);
  expect(found.entries[0]?.status).toBe("foreign");
});

test("the text of a file that stays isn't held", () => {
  const [entry] = plan({ [path]: file(text) }).entries;
  expect(entry).toEqual({ path, status: "unchanged", target: "github", pipeline: "hub" });
});

test("a generated file without a source is deleted, a hand-written neighbour isn't", () => {
  const old = ".github/workflows/old.yml";
  const disk = { [old]: file(text), ".github/workflows/mine.yml": file("name: mine\n") };
  expect(statuses(disk)).toEqual({ [path]: "created", [old]: "deleted", "cicl.lock": "created" });
});

test("without folders nothing is an orphan", () => {
  expect(statuses({ ".github/workflows/old.yml": file(text) }, { folders: [] })).not.toHaveProperty(
    ".github/workflows/old.yml",
  );
});

test("two pipelines that write one file are refused, also when only case differs", () => {
  const other = { ...rendered, path: ".github/workflows/Hub.yml", pipeline: "other" };
  const { diagnostics } = plan({}, { files: [rendered, other] });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL1011"]);
});

test.each<[string, Readonly<Record<string, DiskEntry>>]>([
  ["new", {}],
  ["there", { [path]: file(text) }],
  ["there, with other content", { [path]: file(`${text}# more\n`) }],
  ["in the way", { [path]: { kind: "folder" } }],
])("a file that two pipelines render alike is one file, when it is %s", (_, disk) => {
  const other = { ...rendered, pipeline: "other" };
  expect(plan(disk, { files: [rendered, other] })).toEqual(plan(disk));
  const { diagnostics } = plan(disk, { files: [rendered, { ...other, text: `${text}# else\n` }] });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain("CICL1011");
});

test("a change is shown as a unified diff", () => {
  const [entry] = plan({ [path]: file(text.replace("hub", "bub")) }).entries;
  expect(entry && unifiedDiff(entry)).toBe(`--- a/${path}
+++ b/${path}
@@ -1,2 +1,2 @@
 # ${marker("pipeline.ts")}
-name: bub
+name: hub
`);
});

test("a new and a deleted file are shown against nothing", () => {
  const { entries } = plan({ ".github/workflows/old.yml": file(text) });
  const [created, deleted] = entries.map(unifiedDiff);
  expect(created).toContain(`--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,2 @@\n`);
  expect(deleted).toContain("--- a/.github/workflows/old.yml\n+++ /dev/null\n@@ -1,2 +0,0 @@\n");
});

test("what helps another run to write is no orphan", () => {
  const { entries } = plan({ ".github/workflows/.hub.yml.cicl-7-abc.old": file(text) });
  expect(entries.map((entry) => entry.path)).not.toContain(".github/workflows/.hub.yml.cicl-7-abc.old");
});

test("a generated file that doesn't begin as it was left is told from one that isn't cicl's", () => {
  const [conflict] = plan({ [path]: file(`<<<<<<< HEAD\n${text}`) }).diagnostics;
  expect([conflict?.code, conflict?.fix]).toEqual(["CICL1012", expect.stringContaining("Delete the file")]);
  const [foreign] = plan({ [path]: file("name: mine\n") }).diagnostics;
  expect([foreign?.code, foreign?.fix]).toEqual(["CICL1012", expect.stringContaining("Carry what you need over")]);
});
