import { expect, test } from "vitest";
import type { Phase } from "../pipeline.ts";
import { draft, gated } from "./every-kind.fixture.ts";
import { parsePipeline } from "./parse.ts";

const json = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value));
const problems = (data: unknown, phase: Phase = "draft"): readonly string[] => {
  const result = parsePipeline(data, phase);
  return result.ok ? [] : result.diagnostics.map(({ code, what }) => `${code} ${what}`);
};

test("reads back a pipeline of every kind from its JSON, frozen", () => {
  expect(parsePipeline(json(draft), "draft")).toEqual({ ok: true, pipeline: draft });
  const result = parsePipeline(json(gated), "gated");
  expect(result).toEqual({ ok: true, pipeline: gated });
  expect(result.ok && Object.isFrozen(result.pipeline.jobs[0]?.steps)).toBe(true);
});

test("refuses a pipeline of another phase, and a draft that merely claims one", () => {
  expect(problems(json(draft), "gated")[0]).toContain('CICL2004 The pipeline\'s data is wrong at "phase"');
  expect(problems({ ...json(draft), phase: "gated" }, "gated")).toEqual([
    expect.stringContaining('CICL2004 The pipeline\'s data is wrong at "jobs.0.edges"'),
  ]);
});

test("refuses an unknown key at any depth and names it", () => {
  const data = json(draft);
  expect(problems({ ...data, extra: 1 })).toEqual([expect.stringMatching(/^CICL2003 .* at its top: .*"extra"/)]);
  const trigger = { kind: "tag", tags: ["v*"], origin: { file: "a", line: 1, column: 1, row: 2 } };
  expect(problems({ ...data, triggers: [trigger] })).toEqual([
    expect.stringMatching(/^CICL2003 .* at "triggers\.0\.origin": .*"row"/),
  ]);
});

test("refuses an unknown kind, a missing member and a value of the wrong type", () => {
  const data = json(draft);
  expect(problems({ ...data, triggers: [{ kind: "moon", origin: draft.origin }] })[0]).toContain('"triggers.0.kind"');
  expect(problems({ ...data, triggers: [{ kind: "tag", origin: draft.origin }] })[0]).toContain('"triggers.0.tags"');
  expect(problems({ ...data, name: 1 })[0]).toContain('"name"');
  expect(problems(null)).toHaveLength(1);
});

test("refuses a key that its records couldn't keep", () => {
  const trigger = `{ "kind": "manual", "origin": ${JSON.stringify(draft.origin)}, "inputs": { "__proto__": {} } }`;
  expect(problems({ ...json(draft), triggers: [JSON.parse(trigger)] })).toEqual([
    expect.stringContaining('"triggers.0.inputs.__proto__"'),
  ]);
});
