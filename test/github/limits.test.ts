import { github } from "@cicl/backend-github";
import type { synthesise } from "@cicl/core";
import type { Condition, InputDeclaration, Job, Json, Matrix, Pipeline } from "@cicl/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { bindingOf, jobOf, originOf, pipelineOf, scriptOf, triggers, writes } from "../random/build.ts";
import { officialComplaints } from "./official.ts";

function rendered(draft: Pipeline<"draft">): ReturnType<typeof synthesise> {
  return synthesised(github, draft);
}

function codes(draft: Pipeline<"draft">): readonly string[] {
  const { diagnostics } = rendered(draft);
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

/** The events that a reader of YAML goes through. */
function eventsOf(draft: Pipeline<"draft">): number {
  const count = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 1;
    const members = Array.isArray(value) ? value : Object.entries(value).flat();
    return members.reduce<number>((sum, member) => sum + count(member), 2);
  };
  return 4 + count(parse(rendered(draft).files[0]?.text ?? ""));
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const matrix = { origin: originOf("matrix"), vectors: [], include: [], exclude: [], failFast: false } as const;

test("each matrix of 256 legs is taken, one of 257 isn't", () => {
  const legs = (count: number): Matrix => ({
    ...matrix,
    vectors: [{ key: "n", values: numbers(count) }],
  });
  const draft = (...counts: readonly number[]): Pipeline<"draft"> =>
    pipelineOf({ jobs: counts.map((count) => jobOf(`j${count}`, { matrix: legs(count) })) });
  expect(codes(draft(256, 255))).toEqual([]);
  expect(codes(draft(257))).toEqual(["CICL5005"]);
});

test("a manual start of 25 inputs is taken, one of 26 isn't", () => {
  const input: InputDeclaration = { type: "string", required: false };
  const inputs = (count: number): Pipeline<"draft"> =>
    pipelineOf({
      triggers: [
        { ...triggers.manual, inputs: Object.fromEntries(numbers(count).map((index) => [`i${index}`, input])) },
      ],
      jobs: [jobOf("one")],
    });
  expect(codes(inputs(25))).toEqual([]);
  expect(codes(inputs(26))).toEqual(["CICL5005"]);
});

test("an expression of 21,000 characters is taken, a longer one isn't", () => {
  const when = (length: number): Condition => ({ kind: "branch", pattern: "b".repeat(length) });
  const around = "success() && (github.ref == 'refs/heads/')".length;
  const job = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { when: when(length) })] });
  expect(codes(job(21_000 - around))).toEqual([]);
  expect(codes(job(21_001 - around))).toEqual(["CICL5005"]);
});

test("text around expressions is measured as GitHub rewrites it", () => {
  const value = (length: number) => ({
    kind: "template" as const,
    parts: [
      { kind: "literal" as const, value: "'".repeat(length) },
      { kind: "context" as const, name: "run.id" as const },
    ],
  });
  const job = (length: number): Pipeline<"draft"> =>
    pipelineOf({ jobs: [jobOf("one", { env: [{ name: "A", value: value(length), origin: originOf("env") }] })] });
  const room = 21_000 - "format('{0}', github.run_id)".length;
  expect(codes(job(room / 2))).toEqual([]);
  expect(codes(job(room / 2 + 1))).toEqual(["CICL5005"]);
});

test("a file of 512,000 bytes is taken, a larger one isn't", () => {
  const step = (length: number) => scriptOf(`# ${"é".repeat(length)}`, { name: "Long" });
  const draft = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { steps: [step(length)] })] });
  const { files } = rendered(draft(1));
  const most = Math.floor((512_000 - Buffer.byteLength(files[0]?.text ?? "")) / 2) + 1;
  expect(codes(draft(most))).toEqual([]);
  expect(codes(draft(most + 1))).toEqual(["CICL5005"]);
});

test("defaults of a manual start of 65,535 characters are taken, longer ones aren't", () => {
  const draft = (length: number): Pipeline<"draft"> => {
    const text: InputDeclaration = { type: "string", required: false, default: "x".repeat(length) };
    return pipelineOf({ triggers: [{ ...triggers.manual, inputs: { text } }], jobs: [jobOf("one")] });
  };
  const most = 65_535 - '{"text":""}'.length;
  expect(codes(draft(most))).toEqual([]);
  expect(codes(draft(most + 1))).toEqual(["CICL5005"]);
});

test("a file of 50,000 nodes is taken, a larger one isn't", () => {
  const variables = (count: number): Pipeline<"draft"> => {
    const empty = { kind: "literal", value: "" } as const;
    const env = numbers(count).map((index) => ({ name: `A${index}`, value: empty, origin: originOf("env") }));
    return pipelineOf({ jobs: [jobOf("one", { env })] });
  };
  // As the runner's parser counts: what a reader of YAML calls events. A variable is two of them.
  const around = eventsOf(variables(1)) - 2;
  const most = Math.floor((50_000 - around) / 2);
  expect(codes(variables(most))).toEqual([]);
  expect(codes(variables(most + 1))).toEqual(["CICL5005"]);
}, 30_000);

test("nodes 50 deep are taken, deeper ones aren't", () => {
  const base = { kind: "native", target: "github", origin: originOf("step"), runs: "on-success" } as const;
  const draft = (lists: number): Pipeline<"draft"> => {
    const nested = numbers(lists).reduce<Json>((inner) => [inner], "x");
    const step = { ...base, allowFailure: false, step: { run: "true", with: { nested } } };
    return pipelineOf({ jobs: [jobOf("one", { steps: [step] })] });
  };
  const around = ["the file", "jobs", "one", "steps", "the step", "with"].length;
  expect(codes(draft(50 - around))).toEqual([]);
  expect(codes(draft(51 - around))).toEqual(["CICL5005"]);
});

test("names that differ in their case alone are refused, as GitHub's parser refuses them", async () => {
  const env = (...names: readonly string[]) => names.map((name) => bindingOf(name, { kind: "literal", value: "x" }));
  const vectors = (...keys: readonly string[]) => keys.map((key) => ({ key, values: [1] }));
  const input: InputDeclaration = { type: "string", required: false };
  const manual = (...names: readonly string[]) => ({
    ...triggers.manual,
    inputs: Object.fromEntries(names.map((name) => [name, input])),
  });
  const one = (overrides: Partial<Job<"draft">>) => pipelineOf({ jobs: [jobOf("one", overrides)] });
  const drafts: readonly (readonly [Pipeline<"draft">, Pipeline<"draft">])[] = [
    [one({ env: env("NAME", "NAME2") }), one({ env: env("NAME", "Name") })],
    [
      one({ steps: [scriptOf("true", { env: env("a", "b") })] }),
      one({ steps: [scriptOf("true", { env: env("a", "A") })] }),
    ],
    [
      one({ matrix: { ...matrix, vectors: vectors("os", "arch") } }),
      one({ matrix: { ...matrix, vectors: vectors("os", "OS") } }),
    ],
    [
      pipelineOf({ triggers: [manual("level", "_level")], jobs: [jobOf("one")] }),
      pipelineOf({ triggers: [manual("level", "Level")], jobs: [jobOf("one")] }),
    ],
    [one({ outputs: writes("__a", "x".repeat(100)) }), one({ outputs: writes("a", "A") })],
  ];
  for (const [good, bad] of drafts) {
    expect(codes(good)).toEqual([]);
    expect(await officialComplaints("hub.yml", rendered(good).files[0]?.text ?? "")).toEqual([]);
    const found = rendered(bad).diagnostics.filter(({ severity }) => severity === "error");
    expect(found).toMatchObject([{ code: "CICL2002", origin: { file: "pipeline.ts" } }]);
  }
});

const group = (value: string) => ({ group: { kind: "literal", value } as const, cancelInProgress: false });

test("a concurrency group of 400 characters is taken, a longer one isn't", () => {
  const draft = (length: number): Pipeline<"draft"> =>
    pipelineOf({ concurrency: group("g".repeat(length)), jobs: [jobOf("one")] });
  expect(codes(draft(400))).toEqual([]);
  expect(codes(draft(401))).toEqual(["CICL5005"]);
});

test("of a concurrency group only the text around its expressions has a known length", () => {
  const run = { kind: "context", name: "run.id" } as const;
  const draft = (length: number): Pipeline<"draft"> => {
    const text = { kind: "literal", value: "g".repeat(length) } as const;
    const value = { kind: "template", parts: [text, run, run] } as const;
    return pipelineOf({ concurrency: { group: value, cancelInProgress: false }, jobs: [jobOf("one")] });
  };
  expect(codes(draft(400))).toEqual([]);
  expect(codes(draft(401))).toEqual(["CICL5005"]);
});

test("a job in the group of its own pipeline would wait for itself", () => {
  const draft = (name: string): Pipeline<"draft"> =>
    pipelineOf({ concurrency: group("deploy"), jobs: [jobOf("one", { concurrency: group(name) })] });
  expect(codes(draft("other"))).toEqual([]);
  expect(codes(draft("Deploy"))).toEqual(["CICL5001"]);
});

test("a cache's key of 512 characters is taken, a longer one isn't", () => {
  const step = (length: number) =>
    ({
      kind: "cache",
      origin: originOf("step"),
      runs: "on-success",
      allowFailure: false,
      paths: ["a"],
      files: [],
      key: "k".repeat(length),
    }) as const;
  const draft = (length: number): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", { steps: [step(length)] })] });
  const prefix = "${{ runner.os }}-${{ runner.arch }}-".length;
  expect(codes(draft(512 - prefix))).toEqual([]);
  expect(codes(draft(513 - prefix))).toEqual(["CICL5005"]);
});

test("an action in a step of GitHub's own words is pinned by its commit too", () => {
  const native = (uses: string): Pipeline<"draft"> => {
    const step = {
      kind: "native",
      origin: originOf("step"),
      runs: "on-success",
      allowFailure: false,
      target: "github",
    } as const;
    return pipelineOf({ jobs: [jobOf("one", { steps: [{ ...step, step: { uses } }] })] });
  };
  expect(codes(native("owner/action@main"))).toEqual(["CICL5003"]);
  expect(codes(native("owner/action/sub@v1"))).toEqual(["CICL5003"]);
  for (const pinned of [
    `owner/action@${"a".repeat(40)}`,
    "./actions/own",
    "$/actions/own",
    `docker://alpine@sha256:${"a".repeat(64)}`,
  ]) {
    expect(codes(native(pinned)), pinned).toEqual([]);
  }
});
