import type { ScriptStep } from "@cicl/model";
import { inside, traceAt } from "../scope.ts";
import { commonKeys, emit, nextSpot, runText, scriptName, stepKeyId, texts } from "./emit.ts";
import { pathIn, type StepLowering } from "./step.ts";

/** A script runs under the shell that it is written for; the workflow's default is `sh`. */
export const lowerScript: StepLowering<ScriptStep> = (step, scope, spot) => {
  const here = nextSpot(scope, spot);
  traceAt(scope, inside(here, "run"), `step.script.${step.shell}`);
  if (step.directory !== undefined) traceAt(scope, inside(here, "working-directory"), "step.script.directory");
  const directory = pathIn(scope.folder, step.directory ?? "");
  const common = commonKeys(step, scope, spot);
  emit(
    {
      id: stepKeyId(scope),
      shell: step.shell === "sh" ? undefined : step.shell,
      env: texts("env", step.env, scope, spot),
      "working-directory": directory === "." && step.directory === undefined ? undefined : directory,
      run: runText(step.text, step.shell, scope, spot),
      ...common,
      name: common.name ?? scriptName(step.text),
    },
    scope,
    spot,
  );
};
