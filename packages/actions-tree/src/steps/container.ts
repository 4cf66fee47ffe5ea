import { pinnedImage, scalar, type YamlData } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { ContainerStep } from "@cicl/model";
import { inside, type Scope, type Spot, traceAt } from "../scope.ts";
import { commonKeys, emit, nextSpot, texts } from "./emit.ts";
import type { StepLowering } from "./step.ts";

/** The engine runs the image itself over the working copy, which also works where the job has no docker command. */
export const lowerContainer: StepLowering<ContainerStep> = (step, scope, spot) => {
  traceAt(scope, inside(nextSpot(scope, spot), "uses"), "step.container");
  if (scope.folder !== "") {
    scope.report(
      error(
        "CICL5001",
        {
          what: `A container step of ${scope.dialect.title} always works in the top folder of the repository.`,
          why: `The pipeline's own folder is "${scope.folder}", so the step would see other files than it says.`,
          fix: "Run the tool in a script, or give the job a container.",
        },
        { origin: step.origin, target: scope.dialect.target },
      ),
    );
  }
  const inputs: Record<string, YamlData> = {
    ...(step.entrypoint === undefined ? {} : { entrypoint: step.entrypoint }),
    ...(step.args.length === 0 ? {} : { args: step.args.map((value) => argument(value, scope, spot)).join(" ") }),
  };
  emit(
    {
      ...commonKeys(step, scope, spot),
      uses: scalar(`docker://${pinnedImage(step.image, scope, step.origin)}`),
      with: Object.keys(inputs).length === 0 ? undefined : inputs,
      env: texts("env", step.env, scope, spot),
    },
    scope,
    spot,
  );
};

/**
 * An argument as both engines split it. GitHub knows double quotes only, with the rules of Windows for backslashes;
 * Gitea splits like a shell. They agree on double quotes around anything that holds no backslash.
 */
function argument(value: string, scope: Pick<Scope, "report" | "dialect">, spot: Pick<Spot, "origin">): string {
  if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(value)) return value;
  if (/[\\\r\n]/.test(value)) {
    scope.report(
      error(
        "CICL5001",
        {
          what: `${scope.dialect.title} can't hand on the argument ${JSON.stringify(value)} of a container as it is.`,
          why: "The engine splits all arguments out of one text, and its rules for backslashes and line ends differ.",
          fix: "Put what needs them into a file of the repository, or run the tool in a script.",
        },
        { origin: spot.origin, target: scope.dialect.target },
      ),
    );
  }
  return `"${value.replaceAll('"', '\\"')}"`;
}
