import { builtinModules } from "node:module";
import { posix } from "node:path";
import { topologicalOrder } from "@cicl/model";
import { expect, test } from "vitest";
import { comparedLiterals, importsOf } from "./imports.ts";
import { journey } from "./journey.ts";
import { type Room, rooms, sharedLibraries } from "./rooms.ts";
import { exampleSources, isForTests, manifestOf, type SourceFile, sourcesOf, workspaceFolders } from "./sources.ts";

const named = new Map(rooms.flatMap((room) => (room.name === undefined ? [] : [[room.name, room] as const])));
const sources = new Map(rooms.map((room) => [room, sourcesOf(room)]));
const testers = new Set(["vitest", "fast-check"]);

/** `@scope/name` or `name` of a specifier, without the path below it. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

const isBuiltin = (specifier: string): boolean =>
  specifier.startsWith("node:") || builtinModules.includes(packageOf(specifier));

/** What is wrong with one import, if anything. */
function verdict(room: Room, path: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(path), specifier);
    if (!target.startsWith(`${room.folder}/`)) return "leaves the room";
    return isForTests(target) ? "is for tests only" : undefined;
  }
  if (isBuiltin(specifier)) return room.effects ? undefined : "is an effect";
  const name = packageOf(specifier);
  const other = named.get(name);
  if (!other) return room.libraries.includes(name) ? undefined : "is a library of another room, or of none";
  if (other !== room && room.rooms !== "all" && !room.rooms.includes(other.folder))
    return "is a room it may not import";
  const entry = `.${specifier.slice(name.length)}`;
  return manifestOf(other.folder).exports?.[entry] === undefined ? "reaches into a room" : undefined;
}

function check(room: Room, files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => !file.isTest)
    .flatMap(({ path, text }) =>
      importsOf(path, text).flatMap((found) => {
        const wrong = verdict(room, path, found.text);
        return wrong === undefined ? [] : [`${path}:${found.line} "${found.text}" ${wrong}`];
      }),
    );
}

function importedPackages(room: Room, tests: boolean): readonly string[] {
  const specifiers = (sources.get(room) ?? [])
    .filter((file) => file.isTest === tests)
    .flatMap(({ path, text }) => importsOf(path, text).map((found) => found.text))
    .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier));
  return [...new Set(specifiers.map(packageOf))].filter((name) => name !== room.name).sort();
}

const roomOf = (folder: string): Room => {
  const room = rooms.find((each) => each.folder === folder);
  if (!room) throw new RangeError(`There is no room ${folder}.`);
  return room;
};

test("the table lists every package of the workspace, under its name", () => {
  expect(rooms.map((room) => room.folder).toSorted()).toEqual(workspaceFolders().toSorted());
  for (const room of named.values()) expect(manifestOf(room.folder).name).toBe(room.name);
});

test("the table holds no cycle, and no backend may import another", () => {
  const allowed = (folder: string): readonly string[] => {
    const { rooms: imports } = roomOf(folder);
    return imports === "all" ? [] : imports;
  };
  expect(
    topologicalOrder(
      rooms.map((room) => room.folder),
      allowed,
    ).cycle,
  ).toBeUndefined();
  const backends = rooms.filter((room) => room.folder.startsWith("backends/"));
  for (const { folder } of backends)
    expect(allowed(folder).filter((other) => other.startsWith("backends/"))).toEqual([]);
});

test("a library has one home", () => {
  const homes = rooms.flatMap((room) => room.libraries).filter((library) => !sharedLibraries.includes(library));
  expect(homes).toEqual([...new Set(homes)]);
});

test.each(rooms.map((room) => [room.folder, room] as const))("%s imports only what it may", (_folder, room) => {
  expect(check(room, sources.get(room) ?? [])).toEqual([]);
});

const isPublished = (room: Room): boolean => manifestOf(room.folder).private !== true;

test.each(
  rooms.filter((room) => room.folder !== "test" && !isPublished(room)).map((room) => [room.folder, room] as const),
)("%s depends on exactly what it imports", (_folder, room) => {
  const { dependencies = {}, devDependencies = {} } = manifestOf(room.folder);
  const imported = importedPackages(room, false);
  expect(Object.keys(dependencies).sort()).toEqual(imported);
  const ofTests = importedPackages(room, true).filter((name) => !imported.includes(name));
  const shared = Object.keys(manifestOf(".").devDependencies ?? {});
  const known = new Set([...Object.keys(devDependencies), ...shared.filter((name) => testers.has(name))]);
  expect(ofTests.filter((name) => !known.has(name))).toEqual([]);
  expect(Object.keys(devDependencies).filter((name) => !ofTests.includes(name))).toEqual([]);
});

test.each(rooms.filter(isPublished).map((room) => [room.folder, room] as const))(
  "%s is published with everything that it imports inside, so that nobody has to install it",
  (_folder, room) => {
    const { dependencies, devDependencies = {} } = manifestOf(room.folder);
    expect(dependencies).toBeUndefined();
    const imported = new Set([...importedPackages(room, false), ...importedPackages(room, true)]);
    expect(Object.keys(devDependencies).sort()).toEqual([...imported].filter((name) => !testers.has(name)).sort());
  },
);

test("samples import nothing but cicl and their own files", () => {
  const foreign = exampleSources().flatMap(({ path, text, sample }) =>
    importsOf(path, text)
      .filter(({ text: specifier }) =>
        specifier.startsWith(".")
          ? !posix.join(posix.dirname(path), specifier).startsWith(`${sample}/`)
          : packageOf(specifier) !== "cicl",
      )
      .map((found) => `${path}:${found.line} "${found.text}"`),
  );
  expect(foreign).toEqual([]);
});

test("only a backend knows whether it is the target", () => {
  const targets = rooms.flatMap(({ folder }) => (folder.startsWith("backends/") ? [posix.basename(folder)] : []));
  const asking = rooms
    .filter(({ folder }) => !folder.startsWith("backends/") && folder !== "test")
    .flatMap((room) => sources.get(room) ?? [])
    .filter((file) => !file.isTest)
    .flatMap(({ path, text }) =>
      comparedLiterals(path, text).flatMap((found) =>
        targets.includes(found.text) ? [`${path}:${found.line} "${found.text}"`] : [],
      ),
    );
  expect(asking).toEqual([]);
});

test("the model's entry doesn't load its schemas", () => {
  const outside = (sources.get(roomOf("packages/model")) ?? []).filter(({ path }) => !path.includes("/schema/"));
  expect(outside.length).toBeGreaterThan(5);
  for (const { path, text } of outside) {
    expect(importsOf(path, text).filter((found) => /zod|schema\//.test(found.text))).toEqual([]);
  }
});

test.each(journey.flatMap((step) => step.functions.map((name) => [name, step.room] as const)))(
  "the function %s that the map names is in %s",
  (name, folder) => {
    const declared = new RegExp(`^export (?:async )?(?:function|const) ${name}\\b|^  ${name}\\(`, "m");
    const files = (sources.get(roomOf(folder)) ?? []).filter((file) => !file.isTest && declared.test(file.text));
    expect(files.map((file) => file.path)).not.toEqual([]);
  },
);

test("sees every kind of import, and each way to break a rule", () => {
  const text = `
    import a from "node:fs";
    import type { B } from "@cicl/core";
    export * from "@cicl/model/src/job.ts";
    export { d } from "../../diagnostics/src/index.ts";
    const e = await import("zod");
    let f: import("yaml").Document;
    import g = require("fs/promises");
    const h = require("left-pad");
    import ok from "@cicl/model";
    import fine from "./inside.ts";
    import fixture from "./inside.fixture.ts";
    // import x from "commented"
    const text = 'import y from "quoted"';
  `;
  const file = { path: "packages/sdk/src/x.ts", text, isTest: false };
  expect(check(roomOf("packages/sdk"), [file])).toEqual([
    'packages/sdk/src/x.ts:2 "node:fs" is an effect',
    'packages/sdk/src/x.ts:3 "@cicl/core" is a room it may not import',
    'packages/sdk/src/x.ts:4 "@cicl/model/src/job.ts" reaches into a room',
    'packages/sdk/src/x.ts:5 "../../diagnostics/src/index.ts" leaves the room',
    'packages/sdk/src/x.ts:6 "zod" is a library of another room, or of none',
    'packages/sdk/src/x.ts:7 "yaml" is a library of another room, or of none',
    'packages/sdk/src/x.ts:8 "fs/promises" is an effect',
    'packages/sdk/src/x.ts:9 "left-pad" is a library of another room, or of none',
    'packages/sdk/src/x.ts:12 "./inside.fixture.ts" is for tests only',
  ]);
  expect(comparedLiterals("x.ts", `a === "github"; "gitea" != b; switch (c) { case "github": } d = "github";`)).toEqual(
    [
      { text: "github", line: 1 },
      { text: "gitea", line: 1 },
      { text: "github", line: 1 },
    ],
  );
});
