import { github } from "@cicl/backend-github";
import type { Binding, Expression, Step, Trigger } from "@cicl/model";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { bindingOf, jobOf, originOf, pipelineOf, triggers } from "../random/build.ts";

const read = (...path: readonly string[]): Expression => ({
  kind: "native",
  target: "github",
  untrusted: false,
  tree: { kind: "read", path: ["github", ...path] },
});

const head = (untrusted: boolean): Binding =>
  bindingOf("ref", {
    kind: "native",
    target: "github",
    untrusted,
    tree: { kind: "read", path: ["github", "event", "pull_request", "head", "sha"] },
  });

const facts = jobOf("facts", {
  outputs: [{ kind: "value", name: "ref", origin: originOf("ref"), value: head(true).value }],
});

function codes(trigger: Trigger, ref: Binding): readonly string[] {
  const checkout = { kind: "uses", origin: originOf("step"), runs: "on-success", allowFailure: false } as const;
  const steps = [{ ...checkout, action: "actions/checkout", inputs: [ref], env: [] }];
  const draft = pipelineOf({ triggers: [trigger], jobs: [facts, jobOf("one", { checkout: false, steps })] });
  return synthesised(github, draft).diagnostics.map(({ code }) => code);
}

test("a stranger's commit in the working copy is warned of where the run has the repository's rights", () => {
  expect(codes(triggers.native, head(true))).toEqual(["CICL5012"]);
  expect(codes(triggers["pull-request"], head(true))).toEqual([]);
  for (const plain of [
    { kind: "literal", value: "main" },
    { kind: "context", name: "commit.sha" },
    { kind: "variable", name: "BRANCH" },
    read("event", "repository", "default_branch"),
  ] as const) {
    expect(codes(triggers.native, bindingOf("ref", plain))).toEqual([]);
  }
});

test("what a script or a caller hands on counts as the stranger's, and so does an event without a reason", () => {
  const output: Expression = { kind: "output", job: "facts", output: "ref" };
  expect(codes(triggers.native, bindingOf("ref", output))).toContain("CICL5012");
  const comments: Trigger = {
    kind: "native",
    target: "github",
    event: "issue_comment",
    filters: {},
    open: true,
    origin: originOf("comments"),
  };
  expect(codes(comments, head(true))).toEqual(["CICL5012"]);
  expect(codes({ ...comments, event: "branch_protection_rule", open: false }, head(true))).toEqual([]);
});

test("an action is one in any case, and inside a composite action too", () => {
  const step = { origin: originOf("step"), runs: "on-success", allowFailure: false, env: [] } as const;
  const checkout = (action: string, ref: Binding): Step => ({ ...step, kind: "uses", action, inputs: [ref] });
  const found = (...steps: readonly Step[]): readonly string[] => {
    const composite = {
      ...{
        name: "take",
        source: "pipeline.ts",
        origin: originOf("take"),
        description: "Takes.",
        inputs: {},
        outputs: [],
      },
      steps: [checkout("actions/checkout", head(true))],
    };
    const jobs = [jobOf("one", { checkout: false, steps })];
    const draft = { ...pipelineOf({ triggers: [triggers.native], jobs }), actions: [composite] };
    return synthesised(github, draft).diagnostics.map(({ code }) => code);
  };
  expect(found(checkout("Actions/Checkout", head(true)))).toContain("CICL5012");
  const { env: _, ...common } = step;
  expect(found({ ...common, kind: "composite", action: "take", inputs: [] })).toContain("CICL5012");
});
