import { joinPath } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { ScriptStep } from "@cicl/model";
import type { StepLowering } from "./step.ts";

/** A script runs in the job's image. */
export const lowerScript: StepLowering<ScriptStep> = (step, node, scope, common) => {
  if (step.text.includes("CICL_ENV")) {
    scope.report(
      error(
        "CICL5002",
        {
          what: "cicl doesn't render scripts that write to CICL_ENV for Cloud Build yet.",
          why: "Every step is a container of its own, and the variable would be missing in the next one.",
          fix: "Write the value to CICL_OUTPUT and read it in another job, or compute it where it is used.",
        },
        { origin: step.origin, target: "cloudbuild" },
      ),
    );
  }
  return [
    {
      name: "script",
      image: scope.image,
      script: () => step.text,
      ...common,
      shell: step.shell === "bash" ? "bash" : "sh",
      folder: joinPath(scope.folder, step.directory ?? ""),
      uses: [
        ...common.uses,
        { feature: `step.script.${step.shell}`, node },
        ...(step.directory === undefined ? [] : [{ feature: "step.script.directory" as const, node }]),
      ],
    },
  ];
};
