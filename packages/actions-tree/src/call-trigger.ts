import type { YamlData } from "@cicl/backend-kit";
import type { CallTrigger, InputDeclaration } from "@cicl/model";
import { inside, type Scope, type Spot, traceAt } from "./scope.ts";

/** The value of `workflow_call`: what a caller hands in and can read. */
export function lowerCallTrigger(trigger: CallTrigger, scope: Scope, spot: Spot): YamlData {
  const outputs = trigger.outputs.map(({ name, description, job, output }): readonly [string, YamlData] => {
    traceAt(scope, inside(spot, "outputs", name), "trigger.call.outputs", name);
    return [name, { description, value: `\${{ jobs.${job}.outputs.${output} }}` }];
  });
  return {
    inputs: lowerInputs(asCallInputs(trigger.inputs)),
    secrets:
      trigger.secrets.length === 0
        ? undefined
        : Object.fromEntries(trigger.secrets.map((name) => [name, { required: true }])),
    outputs: outputs.length === 0 ? undefined : Object.fromEntries(outputs),
  };
}

/** A call hands in no choice; what is chosen is checked where a pipeline calls. */
function asCallInputs(
  declared: Readonly<Record<string, InputDeclaration>>,
): Readonly<Record<string, InputDeclaration>> {
  const entries = Object.entries(declared).map(([name, { options: _, type, ...rest }]) => [
    name,
    { ...rest, type: type === "choice" ? "string" : type },
  ]);
  return Object.fromEntries(entries);
}

/** Inputs as both events declare them. */
export function lowerInputs(declared: Readonly<Record<string, InputDeclaration>>): YamlData {
  const entries = Object.entries(declared);
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(([name, input]): readonly [string, YamlData] => [
      name,
      {
        description: input.description,
        type: input.type,
        required: input.required,
        default: input.default,
        options: input.options,
      },
    ]),
  );
}
