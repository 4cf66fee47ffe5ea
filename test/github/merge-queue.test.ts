import { github } from "@cicl/backend-github";
import type { PushTrigger } from "@cicl/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { jobOf, originOf, pipelineOf, triggers } from "../random/build.ts";

function pushOf(overrides: Partial<PushTrigger>): unknown {
  const { branches: _, ...push } = triggers.push as PushTrigger;
  const draft = pipelineOf({ triggers: [{ ...push, ...overrides }], jobs: [jobOf("one")] });
  return parse(synthesised(github, draft).files[0]?.text ?? "").on.push;
}

test("the candidate of a merge queue starts no run of a push, whichever pattern would let it", () => {
  const none = "!gh-readonly-queue/**";
  expect(pushOf({})).toEqual({ branches: ["**", none] });
  for (const letIn of ["*/**", "gh-*/x/**", "g**", "**/main"]) {
    expect(pushOf({ branches: ["main", letIn] })).toEqual({ branches: ["main", letIn, none] });
  }
  for (const out of ["main", "*", "release/**", "h**"])
    expect(pushOf({ branches: [out] })).toEqual({ branches: [out] });
  const native = [
    {
      target: "github",
      origin: originOf("native"),
      path: ["branches-ignore"],
      content: { kind: "data" as const, data: ["wip/**"] },
    },
  ];
  expect(pushOf({ native })).toEqual({ "branches-ignore": ["wip/**", "gh-readonly-queue/**"] });
});

test("branches of the queue that a trigger names are meant", () => {
  const named = "gh-readonly-queue/main/**";
  expect(pushOf({ branches: [named] })).toEqual({ branches: [named] });
  expect(pushOf({ branches: [named, "**"] })).toEqual({ branches: ["**", "!gh-readonly-queue/**", named] });
});
