import { github } from "@cicl/backend-github";
import type { Step } from "@cicl/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { jobOf, originOf, pipelineOf, scriptOf } from "../random/build.ts";

const origin = originOf("background");
const own = scriptOf("make smoke", {
  native: [{ target: "github", path: ["background"], content: { kind: "data", data: true }, origin }],
});
const native: Step = {
  kind: "native",
  target: "github",
  step: { run: "make smoke", background: true },
  origin,
  runs: "on-success",
  allowFailure: false,
};

test.each([own, native])("a job that may fail says that it succeeded behind what runs in its background", (step) => {
  const smoke = jobOf("smoke", { allowFailure: true, steps: [step, scriptOf("make fast")] });
  const { files } = synthesised(github, pipelineOf({ jobs: [smoke, jobOf("next", { needs: ["smoke"] })] }));
  const steps: readonly { readonly id?: string }[] = parse(files[0]?.text ?? "").jobs.smoke.steps;
  expect(steps.slice(-2)).toMatchObject([{ "wait-all": true }, { id: "cicl-success" }]);
});
