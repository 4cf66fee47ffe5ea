import { test } from "vitest";
import { all, expectRow, one, type Row, step } from "./rows.fixture.ts";

/** A build of two steps of which the first mounts a volume, and the second another or the same. */
function mounting(first: object, second: object = first) {
  return all(step("a", { volumes: [first] }), step("b", { volumes: [second] }));
}

/** A build of two steps that mount all of these volumes. */
function shared(...volumes: readonly object[]) {
  return { ...all(step("a"), step("b")), options: { volumes } };
}

const cache = { name: "cache", path: "/cache" };
const at = (path: string) => mounting({ name: "cache", path }, cache);

const rows: readonly Row[] = [
  ["two steps share a volume", mounting(cache), one({ volumes: [cache] }), "steps.0.volumes.0"],
  [
    "a volume may have another path elsewhere",
    mounting(cache, { ...cache, path: "/other" }),
    mounting(cache, { ...cache, path: "other" }),
    "steps.1.volumes.0.path",
  ],
  [
    "a volume's name has two characters",
    shared({ ...cache, name: "a1" }),
    shared({ ...cache, name: "a" }),
    "options.volumes.0.name",
  ],
  ["a volume is mounted once", shared(cache), shared(cache, { ...cache, path: "/other" }), "options.volumes.1"],
  [
    "a path is mounted once",
    shared(cache, { name: "two", path: "/two" }),
    shared(cache, { ...cache, name: "two" }),
    "options.volumes.1",
  ],
  [
    "a step doesn't mount again what all mount",
    shared(cache),
    {
      ...shared(cache),
      steps: [
        step("a", { volumes: [{ name: "two", path: "/cache" }] }),
        step("b", { volumes: [{ name: "two", path: "/two" }] }),
      ],
    },
    "steps.0.volumes.0",
  ],
  ["a volume's path is absolute", at("/a"), at("a"), "steps.0.volumes.0.path"],
  ["a volume isn't the workspace", at("/workspaces"), at("/workspace"), "steps.0.volumes.0.path"],
  ["a volume isn't the home", at("/builder/home2"), at("/builder/home"), "steps.0.volumes.0.path"],
  ["a volume isn't the socket", at("/var/run"), at("/var/run/docker.sock"), "steps.0.volumes.0.path"],
  ["a volume isn't Cloud Build's own", at("/cloudbuilds"), at("/cloudbuild/a"), "steps.0.volumes.0.path"],
  [
    "all steps may mount a volume",
    { ...all(step("a"), step("b")), options: { volumes: [cache] } },
    one({}, { options: { volumes: [cache] } }),
    "options.volumes.0",
  ],
];

test.each(rows)("%s", (...row) => expectRow(row));
