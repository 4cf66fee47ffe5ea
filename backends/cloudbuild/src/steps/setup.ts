import { joinPath } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { SetupStep } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import { toolFolder } from "../shell/paths.ts";
import type { StepLowering } from "./step.ts";

/**
 * The toolchain is the job's image. A package manager that the image lacks is installed into a folder of the job's own,
 * since every step is a new container; dependencies lie in the working copy.
 */
export const lowerSetup: StepLowering<SetupStep> = (step, node, scope, common) => {
  refuse(step, scope);
  const script = [
    ...versionTest(step, scope),
    ...(step.packages === "pnpm" ? installPnpm(scope.job.id) : []),
    ...(step.install && step.packages !== undefined
      ? [step.packages === "pnpm" ? "pnpm install --frozen-lockfile" : "npm ci"]
      : []),
  ];
  return [
    {
      name: "setup",
      image: scope.image,
      script: () => (script.length === 0 ? "node --version" : script.join("\n")),
      ...common,
      folder: joinPath(scope.folder, step.directory ?? ""),
      uses: [...common.uses, { feature: "step.setup", node }],
    },
  ];
};

/** The version that package.json names, as pnpm and its action for other engines want it. */
function installPnpm(job: string): readonly string[] {
  return [
    `wanted=$(node -p 'String(require("./package.json").packageManager).split("+")[0]')`,
    'case "$wanted" in',
    "  pnpm@[0-9]*) ;;",
    `  *) echo "package.json names no version of pnpm as its packageManager." >&2; exit 1 ;;`,
    "esac",
    `npm install --global --prefix ${toolFolder(job)} "$wanted"`,
  ];
}

/** Only a container of the team's own can hold another version than the one that is asked for. */
function versionTest(step: SetupStep, scope: JobScope): readonly string[] {
  if (!scope.job.container) return [];
  return [
    "found=$(node -p process.versions.node)",
    `case "$found." in`,
    `  ${step.version}.*) ;;`,
    `  *) echo "The container holds node $found, and ${step.version} is asked for." >&2; exit 1 ;;`,
    "esac",
  ];
}

function refuse(step: SetupStep, scope: JobScope): void {
  const place = { origin: step.origin, target: "cloudbuild" } as const;
  const managed = step.packages === undefined || step.packages === "npm" || step.packages === "pnpm";
  if (step.toolchain !== "node" || !managed) {
    scope.report(
      error(
        "CICL5002",
        {
          what: `cicl doesn't render the set-up of ${step.toolchain} with ${step.packages ?? "nothing"} for Cloud Build yet.`,
          why: "What one step installs into its container is gone in the next one, and each tool has other folders.",
          fix: "Give the job a container that holds the toolchain, and install the dependencies in the script.",
        },
        place,
      ),
    );
  } else if (!/^\d+(\.\d+){0,2}$/.test(step.version)) {
    scope.report(
      error(
        "CICL5001",
        {
          what: `"${step.version}" isn't a version that an image can be chosen by.`,
          why: "On Cloud Build the version of a toolchain is the tag of its image.",
          fix: 'Write the version in numbers, e.g. "22" or "22.11.0".',
        },
        place,
      ),
    );
  }
}
