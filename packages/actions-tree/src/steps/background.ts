import { map, sequence, type YamlEntry, yaml } from "@cicl/backend-kit";
import type { CancelStep, ParallelStep, WaitStep } from "@cicl/model";
import { inside, traceAt } from "../scope.ts";
import { stepId } from "../step-id.ts";
import { nextSpot } from "./emit.ts";
import { lowerStep } from "./index.ts";
import type { StepLowering, StepScope } from "./step.ts";

/** Steps side by side, as one step of the engine's. */
export const lowerParallel: StepLowering<ParallelStep> = (step, scope, spot) => {
  const here = nextSpot(scope, spot);
  traceAt(scope, inside(here, "parallel"), "step.parallel");
  const { index: _, ...outside } = scope;
  const inner: StepScope = { ...outside, steps: [] };
  for (const [index, one] of step.steps.entries()) {
    const place = inside({ ...here, node: `${spot.node}/${index}`, origin: one.origin }, "parallel");
    lowerStep(one, inner, place);
  }
  scope.steps.push(map([{ key: "parallel", value: sequence(inner.steps) }], step.origin));
};

/** A wait for some steps, or for all. */
export const lowerWait: StepLowering<WaitStep> = (step, scope, spot) => {
  const ids = step.steps === "all" ? undefined : step.steps.map(stepId);
  const value = ids?.length === 1 ? ids[0] : ids;
  emitControl(ids === undefined ? ["wait-all", true] : ["wait", value ?? []], "step.wait", step, scope, spot);
};

/** The stop of a step. */
export const lowerCancel: StepLowering<CancelStep> = (step, scope, spot) => {
  emitControl(["cancel", stepId(step.step)], "step.cancel", step, scope, spot);
};

function emitControl(
  [key, value]: readonly [string, Parameters<typeof yaml>[0]],
  feature: "step.wait" | "step.cancel",
  step: WaitStep | CancelStep,
  scope: StepScope,
  spot: Parameters<StepLowering<WaitStep>>[2],
): void {
  const here = nextSpot(scope, spot);
  traceAt(scope, inside(here, key), feature);
  if (step.allowFailure) traceAt(scope, inside(here, "continue-on-error"), "step.allow-failure");
  const entries: YamlEntry[] = [];
  if (step.name !== undefined) entries.push({ key: "name", value: yaml(step.name) });
  entries.push({ key, value: yaml(value) });
  if (step.allowFailure) entries.push({ key: "continue-on-error", value: yaml(true) });
  scope.steps.push(map(entries, step.origin));
}
