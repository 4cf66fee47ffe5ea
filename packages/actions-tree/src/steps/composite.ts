import { scalar } from "@cicl/backend-kit";
import type { CompositeStep } from "@cicl/model";
import { inside, traceAt } from "../scope.ts";
import { text } from "../value.ts";
import { commonKeys, emit, nextSpot, stepKeyId } from "./emit.ts";
import type { StepLowering } from "./step.ts";

/** An action of the repository itself, which needs the working copy. */
export const lowerComposite: StepLowering<CompositeStep> = (step, scope, spot) => {
  const here = nextSpot(scope, spot);
  traceAt(scope, inside(here, "uses"), "step.composite");
  const inputs = step.inputs.map((input): readonly [string, string] => [
    input.name,
    text(input.value, scope.place, scope, inside({ ...here, origin: input.origin }, "with", input.name)),
  ]);
  emit(
    {
      ...commonKeys(step, scope, spot),
      id: stepKeyId(scope),
      uses: scalar(scope.dialect.local(`${scope.dialect.actionsFolder}/${step.action}`)),
      with: inputs.length === 0 ? undefined : Object.fromEntries(inputs),
    },
    scope,
    spot,
  );
};
