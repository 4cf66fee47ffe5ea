import { github } from "@cicl/backend-github";
import type { Binding, Trigger } from "@cicl/model";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { bindingOf, jobOf, originOf, pipelineOf, triggers } from "../random/build.ts";

const head = (untrusted: boolean): Binding =>
  bindingOf("ref", {
    kind: "native",
    target: "github",
    untrusted,
    tree: { kind: "read", path: ["github", "event", "pull_request", "head", "sha"] },
  });

function codes(trigger: Trigger, ref: Binding): readonly string[] {
  const checkout = { kind: "uses", origin: originOf("step"), runs: "on-success", allowFailure: false } as const;
  const steps = [{ ...checkout, action: "actions/checkout", inputs: [ref], env: [] }];
  const draft = pipelineOf({ triggers: [trigger], jobs: [jobOf("one", { checkout: false, steps })] });
  return synthesised(github, draft).diagnostics.map(({ code }) => code);
}

test("a stranger's commit in the working copy is warned of where the run has the repository's rights", () => {
  expect(codes(triggers.native, head(true))).toEqual(["CICL5012"]);
  expect(codes(triggers["pull-request"], head(true))).toEqual([]);
  expect(codes(triggers.native, bindingOf("ref", { kind: "literal", value: "main" }))).toEqual([]);
});
