import { github } from "@cicl/backend-github";
import { normalise } from "@cicl/core";
import {
  brand,
  graphOf,
  type Job,
  legsOf,
  type Matrix,
  type MatrixLeg,
  type Pipeline,
  type Trigger,
} from "@cicl/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { originOf } from "../random/build.ts";
import { draftPipeline, usualConditions } from "../random/pipelines.ts";
import { officialComplaints } from "./official.ts";

const words = ["linux", "windows", "10", "true", "1.20"];
const matrix = fc
  .record({
    os: fc.subarray(words, { minLength: 1 }),
    node: fc.subarray([18, 20, 22], { minLength: 1 }),
    excluded: fc.option(fc.record({ os: fc.constantFrom(...words) }), { nil: undefined }),
    included: fc.option(fc.constant({ os: "macos", node: 24 }), { nil: undefined }),
    failFast: fc.boolean(),
  })
  .map(
    ({ os, node, excluded, included, failFast }): Matrix => ({
      origin: originOf("matrix"),
      vectors: [
        { key: "os", values: os },
        { key: "node", values: node },
      ],
      exclude: excluded && os.length > 1 ? [excluded] : [],
      include: included ? [included] : [],
      failFast,
    }),
  );

/** What is added to random pipelines: a matrix where a job can have one, a key of GitHub's own, filters of an event. */
const additions = fc.record({
  matrices: fc.array(fc.option(matrix, { nil: undefined }), { minLength: 12, maxLength: 12 }),
  minutes: fc.array(fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), { minLength: 12, maxLength: 12 }),
  types: fc.subarray(["opened", "labeled", "closed"], { minLength: 1 }),
});
type Additions = typeof additions extends fc.Arbitrary<infer T> ? T : never;

function withAdditions(draft: Pipeline<"draft">, { matrices, minutes, types }: Additions): Pipeline<"draft"> {
  const jobs = draft.jobs.map((job, index): Job<"draft"> => {
    const legs = job.outputs.length === 0 && !job.allowFailure ? matrices[index] : undefined;
    const path = ["cancel-timeout-minutes"];
    const data = minutes[index];
    return {
      ...job,
      ...(legs ? { matrix: legs } : {}),
      ...(data === undefined
        ? {}
        : { native: [{ target: "github", origin: job.origin, path, content: { kind: "data", data } }] }),
    };
  });
  const started = draft.triggers.map(
    (trigger): Trigger => (trigger.kind === "native" ? { ...trigger, filters: { types } } : trigger),
  );
  return brand<"draft">({ ...draft, jobs, triggers: started });
}

interface Rendered {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly jobs: Readonly<Record<string, RenderedJob>>;
}
interface RenderedJob {
  readonly needs?: readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly "fail-fast": boolean; readonly matrix: RenderedMatrix };
  readonly "cancel-timeout-minutes"?: number;
}
type RenderedMatrix = Readonly<Record<string, readonly unknown[]>> & {
  readonly include?: readonly MatrixLeg[];
  readonly exclude?: readonly MatrixLeg[];
};

/** The legs of a rendered matrix, by GitHub's rules as far as cicl makes use of them. */
function legsIn({ include = [], exclude = [], ...vectors }: RenderedMatrix): readonly MatrixLeg[] {
  const product = Object.entries(vectors).reduce<readonly MatrixLeg[]>(
    (legs, [key, values]) => legs.flatMap((leg) => values.map((value) => ({ ...leg, [key]: value as string }))),
    Object.keys(vectors).length > 0 ? [{}] : [],
  );
  const stays = (leg: MatrixLeg): boolean =>
    !exclude.some((pattern) => Object.entries(pattern).every(([key, value]) => leg[key] === value));
  return [...product.filter(stays), ...include];
}

const events: Readonly<Record<Trigger["kind"], string>> = {
  push: "push",
  tag: "push",
  "pull-request": "pull_request",
  "merge-queue": "merge_group",
  schedule: "schedule",
  manual: "workflow_dispatch",
  call: "workflow_call",
  native: "pull_request_target",
};

/** A condition may ask for an activity of an event that has none, and the service wonders at it. */
const payloadHint = /^service: \d+: Context access might be invalid: action$/;

test("random pipelines for GitHub are taken by its parser and keep triggers, needs, matrices, outputs and keys", async () => {
  const drafts = draftPipeline({
    triggers: ["push", "tag", "pull-request", "merge-queue", "schedule", "manual", "native"],
    conditions: [...usualConditions.filter((kind) => kind !== "branch" && kind !== "tag"), "native-event"],
  });
  let matrices = 0;
  await fc.assert(
    fc.asyncProperty(drafts, additions, async (random, added) => {
      const draft = withAdditions(random, added);
      const { pipeline } = normalise(draft);
      fc.pre(pipeline !== undefined);
      const { files, diagnostics } = synthesised(github, draft);
      fc.pre(diagnostics.every(({ severity }) => severity !== "error"));
      const text = files[0]?.text ?? "";
      const complaints = await officialComplaints("hub.yml", text);
      expect(complaints.filter((complaint) => !payloadHint.test(complaint))).toEqual([]);
      const { on, jobs } = parse(text) as Rendered;
      expect(Object.keys(on).sort()).toEqual([...new Set(draft.triggers.map(({ kind }) => events[kind]))].sort());
      if (draft.triggers.some(({ kind }) => kind === "native")) {
        expect(on.pull_request_target?.types).toEqual(added.types);
      }
      const graph = graphOf(pipeline as Pipeline<"normalised">);
      for (const job of pipeline?.jobs ?? []) {
        const { needs = [], outputs = {}, strategy, ...rest } = jobs[job.id] ?? {};
        expect(needs).toEqual(expect.arrayContaining(job.edges.map(({ from }) => from)));
        expect(graph.ancestors(job.id)).toEqual(expect.arrayContaining([...needs]));
        expect(Object.keys(outputs).filter((name) => name !== "cicl-success")).toEqual(
          job.outputs.map(({ name }) => name),
        );
        expect(strategy && legsIn(strategy.matrix)).toEqual(job.matrix && legsOf(job.matrix));
        expect(strategy?.["fail-fast"]).toBe(job.matrix?.failFast);
        const key = job.native?.[0]?.content;
        expect(rest["cancel-timeout-minutes"]).toBe(key?.kind === "data" ? key.data : undefined);
        if (job.matrix) matrices++;
      }
    }),
    { numRuns: 200 },
  );
  expect(matrices).toBeGreaterThan(50);
}, 180_000);
