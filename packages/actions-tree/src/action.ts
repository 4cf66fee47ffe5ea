import { type LoweredFile, map, sequence, type Trace, tracer, type YamlData } from "@cicl/backend-kit";
import type { CompositeAction, InputDeclaration } from "@cicl/model";
import { entriesOf } from "./fields.ts";
import { inside, type Scope, type Spot } from "./scope.ts";
import { stepId } from "./step-id.ts";
import { lowerStep } from "./steps/index.ts";
import { namedInSteps } from "./steps/named.ts";
import type { StepScope } from "./steps/step.ts";

/** A composite action as a file of its own, which every pipeline that runs it renders alike. */
export function lowerAction(
  action: CompositeAction,
  scope: Scope,
): { readonly files: readonly LoweredFile[]; readonly trace: readonly Trace[] } {
  const path = `${scope.dialect.actionsFolder}/${action.name}/action.yml`;
  const traces = tracer(path);
  const node = `action:${action.name}`;
  const spot: Spot = { node, owner: node, path: ["runs", "steps"], origin: action.origin };
  const inner: StepScope = {
    ...scope,
    // Pipelines with any triggers may run it, and all render the same file.
    events: new Set(["call"]),
    natives: [],
    tracer: traces,
    job: { id: action.name, steps: action.steps },
    // Whoever runs it may stand anywhere, so its paths start at the top of the repository.
    folder: "",
    steps: [],
    // Whoever runs the action may release what it makes.
    mayCache: false,
    place: "action-step",
    named: new Set([...action.outputs.map(({ value }) => value.step), ...namedInSteps(action.steps)]),
  };
  for (const [index, step] of action.steps.entries()) {
    lowerStep(step, { ...inner, index }, { ...inside(spot), node: `${node}/${index}`, origin: step.origin });
  }
  const fields = {
    name: action.name,
    description: action.description,
    inputs: inputsOf(action.inputs),
    outputs: outputsOf(action),
    runs: map(entriesOf({ using: "composite", steps: sequence(inner.steps) })),
  };
  const tree = map(entriesOf(fields), action.origin);
  return { files: [{ path, tree, source: action.source }], trace: traces.traces };
}

function inputsOf(inputs: Readonly<Record<string, InputDeclaration>>): YamlData {
  const entries = Object.entries(inputs);
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(([name, { description, required, default: value }]): readonly [string, YamlData] => [
      name,
      { description: description ?? name, required, default: value === undefined ? undefined : String(value) },
    ]),
  );
}

function outputsOf({ outputs }: CompositeAction): YamlData {
  if (outputs.length === 0) return undefined;
  return Object.fromEntries(
    outputs.map(({ name, value }): readonly [string, YamlData] => [
      name,
      { description: name, value: `\${{ steps.${stepId(value.step)}.outputs.${value.output} }}` },
    ]),
  );
}
