import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import type { Backend } from "@cicl/backend-kit";
import { synthesise } from "@cicl/core";
import type { Job, Trigger } from "@cicl/model";
import { expect, test } from "vitest";
import { nothingRequired, optionsOf, somePins } from "../features/target.ts";
import { gateOf, jobOf, originOf, pipelineOf, triggers } from "../random/build.ts";

const pull = triggers["pull-request"];
const queue = triggers["merge-queue"];

type Parts = Parameters<typeof pipelineOf>[0];

function synthesis(on: readonly Trigger[], backends: readonly Backend[], overrides: Partial<Parts> = {}) {
  const jobs: readonly Job<"draft">[] = [gateOf("scan"), jobOf("one")];
  return synthesise({
    pipelines: [pipelineOf({ triggers: on, jobs, ...overrides })],
    targets: backends.map((backend) => ({ backend, options: optionsOf(backend) })),
    ...nothingRequired,
    facts: { lockfiles: [], dockerfiles: [] },
    pins: somePins,
    version: "0.1",
  });
}

function warnings(...request: Parameters<typeof synthesis>): readonly string[] {
  const { diagnostics, files } = synthesis(...request);
  expect(files).toHaveLength(request[1].length);
  return diagnostics.map(({ code, severity, origin }) => `${severity} ${code} at ${origin?.path?.join(".")}`);
}

const unqueued = ["warning CICL4007 at on.pull-request"];

test("a required check that doesn't run in a merge queue is warned of, and the trigger mends it", () => {
  expect(warnings([pull], [github])).toEqual(unqueued);
  expect(warnings([pull, queue], [github])).toEqual([]);
  expect(warnings([triggers.push], [github])).toEqual([]);
});

test("required jobs are a required check too, and a pipeline without either has none", () => {
  const required = [{ name: "merge", origin: originOf("required"), jobs: ["one"] }];
  expect(warnings([pull], [github], { jobs: [jobOf("one")], required })).toEqual(unqueued);
  expect(warnings([pull], [github], { jobs: [jobOf("one")] })).toEqual([]);
});

test("where a target has no merge queue nothing is asked that it would refuse; the settings say it instead", () => {
  const off = expect.objectContaining({ target: "github", kind: "branch-protection", value: "off" });
  expect(warnings([pull], [gitea])).toEqual([]);
  expect(warnings([pull], [github, gitea])).toEqual([]);
  expect(synthesis([pull], [github, gitea]).settings).toContainEqual(off);
  expect(synthesis([pull, queue], [github]).settings).not.toContainEqual(off);
});

test.each([github, gitea])("a filter of branches on pull requests is warned of for $title", (backend) => {
  const queued = backend === github ? [queue] : [];
  const narrowed = { ...pull, branches: ["main"] };
  expect(warnings([narrowed, ...queued], [backend])).toEqual(["warning CICL4003 at on.pull-request"]);
  expect(warnings([pull, ...queued], [backend])).toEqual([]);
  expect(warnings([narrowed, ...queued], [backend], { jobs: [jobOf("one")] })).toEqual([]);
  const [check] = synthesis([narrowed], [backend]).settings;
  expect(check).toMatchObject({ kind: "required-check", name: expect.stringContaining("main") });
});

test("activities that leave out a pull request's first or later commits are warned of", () => {
  const only = (...activities: NonNullable<typeof pull.activities>) =>
    warnings([{ ...pull, activities }, queue], [github]);
  expect(only("opened", "synchronize", "labeled")).toEqual([]);
  expect(only("opened")).toEqual(unqueued);
  expect(only("synchronize")).toEqual(unqueued);
  expect(only("labeled")).toEqual(unqueued);
});
