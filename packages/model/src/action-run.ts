import type { Pipeline } from "./pipeline.ts";
import type { Json, Step } from "./step.ts";
import { nestedSteps } from "./walk.ts";

/** An action with its inputs, however the step that runs it is written. Engines ignore the case of both names. */
export interface ActionRun {
  /** `owner/repo` or below, in lower case. */
  readonly action: string;
  /** By name in lower case: the text, `undefined` where it is known only in the run. */
  inputs(): ReadonlyMap<string, string | undefined>;
}

/** The action that a step runs, also one in a target's own words. */
export function actionRunOf(step: Step): ActionRun | undefined {
  if (step.kind === "uses") {
    const inputs = () =>
      step.inputs.map(
        ({ name, value }) => [name.toLowerCase(), value.kind === "literal" ? value.value : undefined] as const,
      );
    return { action: step.action.toLowerCase(), inputs: () => new Map(inputs()) };
  }
  if (step.kind !== "native" || typeof step.step.uses !== "string") return undefined;
  const given = step.step.with;
  const members = typeof given === "object" && given !== null ? Object.entries(given) : [];
  return {
    action: (step.step.uses.split("@", 1)[0] ?? "").toLowerCase(),
    inputs: () => new Map(members.map(([name, value]) => [name.toLowerCase(), writtenOf(value)])),
  };
}

function writtenOf(value: Json): string | undefined {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.includes("${{") ? undefined : text;
}

/** Steps, and in the place of each composite action of the pipeline's own those that it runs. */
export function withComposites(steps: readonly Step[], { actions = [] }: Pick<Pipeline, "actions">): readonly Step[] {
  return steps.flatMap((step) => {
    if (step.kind !== "composite") return [step];
    const inner = nestedSteps(actions.find(({ name }) => name === step.action)?.steps ?? [], "");
    return withComposites(
      inner.map((nested) => nested.step),
      { actions },
    );
  });
}
