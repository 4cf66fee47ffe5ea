import { scalar, type YamlData } from "@cicl/backend-kit";
import { error, warning } from "@cicl/diagnostics";
import type { ContainerStep } from "@cicl/model";
import { inside, type Scope, type Spot, traceAt } from "../scope.ts";
import { commonKeys, emit, environment, nextSpot } from "./emit.ts";
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
      uses: scalar(`docker://${pinnedImage(step.image, scope, spot)}`),
      with: Object.keys(inputs).length === 0 ? undefined : inputs,
      env: environment(step.env, scope, spot),
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

/**
 * An image by the digest that the lock has for it, else by its exact version, with a warning. A tag that says no version
 * (`latest`, or none at all) is refused: it means another image every week.
 */
export function pinnedImage(image: string, scope: Pick<Scope, "pins" | "report">, spot: Pick<Spot, "origin">): string {
  if (image.includes("@sha256:")) return image;
  const digest = scope.pins.image(image);
  if (digest !== undefined) return `${image}@${digest}`;
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? "";
  const exact = /\d/.test(tag);
  scope.report(
    (exact ? warning : error)(
      "CICL5004",
      {
        what: exact
          ? `The image ${image} is rendered by its tag: the lock holds no digest for it.`
          : `The image ${image} names no version.`,
        why: "Whoever owns the registry can put another image behind the tag.",
        fix: `${exact ? "Add" : "Name a version, or add"} its digest under "images" in cicl.lock: "${image}": { "digest": "sha256:…" }.`,
      },
      { origin: spot.origin },
    ),
  );
  return image;
}
