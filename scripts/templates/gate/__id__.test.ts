import { gateToken } from "@cicl/model";
import { expect, test } from "vitest";
import { __name__Gate as gate } from "./index.ts";

const unknown = { lockfiles: undefined, dockerfiles: undefined };

test("is a job of the gate's name that checks first and leaves its token last", () => {
  const job = gate.build(gate.defaults, { version: "1.0", facts: unknown });
  expect(job.id).toBe(gate.id);
  expect(job.gate?.id).toBe(gate.id);
  expect(job.steps.length).toBeGreaterThan(1);
  expect(job.outputs).toMatchObject([{ name: gateToken, kind: "step", step: job.steps.length - 1 }]);
});

test("applies to a repository of which nothing is known", () => {
  const pipeline = { name: "hub" } as Parameters<typeof gate.applies>[1];
  expect(gate.applies(unknown, pipeline).applies).toBe(true);
});
