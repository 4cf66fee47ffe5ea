import { scalar } from "@cicl/backend-kit";
import type { CompositeStep } from "@cicl/model";
import { inside, traceAt } from "../scope.ts";
import { commonKeys, emit, nextSpot, stepKeyId, texts } from "./emit.ts";
import type { StepLowering } from "./step.ts";

/** An action of the repository itself. */
export const lowerComposite: StepLowering<CompositeStep> = (step, scope, spot) => {
  traceAt(scope, inside(nextSpot(scope, spot), "uses"), "step.composite");
  emit(
    {
      ...commonKeys(step, scope, spot),
      id: stepKeyId(scope),
      uses: scalar(scope.dialect.local(`${scope.dialect.actionsFolder}/${step.action}`)),
      with: texts("with", step.inputs, scope, spot),
    },
    scope,
    spot,
  );
};
