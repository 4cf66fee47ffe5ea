import { type Backend, defineBackend } from "@cicl/backend-kit";
import type { Feature } from "@cicl/model";
import { features } from "@cicl/model";
import { expect, test } from "vitest";
import { readConfig, resolveTargets } from "./config.ts";
import { caught, codesOf } from "./testing.ts";

const native = Object.fromEntries(Object.keys(features).map((feature) => [feature, { kind: "native" }]));
const fake = (id: string): Backend =>
  defineBackend({
    id,
    title: id,
    folders: [`.${id}`],
    options: (raw) =>
      Object.keys(Object(raw)).length === 0
        ? { ok: true, options: `${id} options` }
        : { ok: false, problems: [{ path: ["version"], what: "Wrong.", fix: "Right." }] },
    capabilities: () => native as Record<Feature, { kind: "native" }>,
    lower: () => ({ files: [], trace: [], settings: [], diagnostics: [] }),
    validate: () => [],
  });
const backends = [fake("github"), fake("gitea")];
const ids = (config: object | undefined, ...selected: readonly string[]): readonly string[] =>
  resolveTargets(config && readConfig(config), backends, selected).map(({ backend }) => backend.id);
const refusal = (config: unknown): readonly string[] => codesOf(caught(() => readConfig(config)));

test("without a configuration the first target is rendered, and no other: its own gate would find no source for it", () => {
  expect(ids(undefined)).toEqual(["github"]);
  expect(ids({})).toEqual(["github"]);
  expect(ids(undefined, "github")).toEqual(["github"]);
  const cause = caught(() => ids(undefined, "gitea"));
  expect(codesOf(cause)).toEqual(["CICL1017"]);
  expect(String(cause)).toContain("Name it there: targets: { gitea: {} }.");
});

test("the configured targets are rendered in their order, or those of them that are selected", () => {
  expect(ids({ targets: { gitea: {}, github: {} } })).toEqual(["gitea", "github"]);
  expect(ids({ targets: { gitea: {}, github: {} } }, "github")).toEqual(["github"]);
});

test("a backend gets the options that it made itself", () => {
  expect(resolveTargets(undefined, backends, [])[0]?.options).toBe("github options");
});

test("a target of the command line that doesn't exist is refused with the nearest one", () => {
  const cause = caught(() => ids(undefined, "gitaa"));
  expect(codesOf(cause)).toEqual(["CICL1017"]);
  expect(String(cause)).toContain('Did you mean "gitea"?');
});

test("a target of the command line that isn't configured is refused", () => {
  expect(codesOf(caught(() => ids({ targets: { github: {} } }, "gitea")))).toEqual(["CICL1017"]);
});

test("an unknown target of the configuration is refused", () => {
  const cause = caught(() => ids({ targets: { githup: {} } }));
  expect(codesOf(cause)).toEqual(["CICL1008"]);
  expect(String(cause)).toContain('Did you mean "github"?');
});

test("wrong options of a target are refused at their place", () => {
  const cause = caught(() => ids({ targets: { github: { version: 1 } } }));
  expect(cause).toMatchObject({
    diagnostics: [{ code: "CICL5006", origin: { file: "cicl.config.ts", path: ["targets", "github", "version"] } }],
  });
});

test("an unknown key of the configuration is refused with the nearest one", () => {
  const cause = caught(() => readConfig({ pipeline: [] }));
  expect(codesOf(cause)).toEqual(["CICL1008"]);
  expect(String(cause)).toContain('Did you mean "pipelines"?');
});

test.each([
  ["nothing", undefined],
  ["a list", []],
  ["no target", { targets: {} }],
  ["a policy that is switched off", { policy: false }],
  ["a policy without rules", { policy: { name: "x", tokenMaxAgeHours: 1 } }],
  ["one glob in place of a list", { pipelines: "ci/*.ts" }],
  ["a glob out of the root", { pipelines: ["../*.ts"] }],
  ["an absolute glob", { exclude: ["/etc/**"] }],
])("%s as configuration is refused", (_, config) => {
  expect(refusal(config)).toEqual(["CICL1008"]);
});

test("all that is wrong is said at once", () => {
  expect(refusal({ policy: 1, exclude: 2, nope: 3 })).toEqual(["CICL1008", "CICL1008", "CICL1008"]);
});
