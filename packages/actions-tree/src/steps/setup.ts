import type { YamlData } from "@cicl/backend-kit";
import type { PackageManager, SetupStep, Toolchain } from "@cicl/model";
import { cacheValue } from "../release.ts";
import { inside, traceAt } from "../scope.ts";
import { emitAction } from "./action.ts";
import { commonKeys, emit, nextSpot, runText } from "./emit.ts";
import { pathIn, type StepLowering, type StepScope } from "./step.ts";

/** The action that installs a toolchain, its input for the version, and the file that its cache depends on. */
const toolchains: Readonly<Record<Toolchain, { readonly action: string; readonly version: string }>> = {
  node: { action: "actions/setup-node", version: "node-version" },
  python: { action: "actions/setup-python", version: "python-version" },
  go: { action: "actions/setup-go", version: "go-version" },
};

/** How a package manager is had, what installs exactly what its lockfile names, and whether the action caches for it. */
const managers: Readonly<
  Record<
    PackageManager,
    {
      readonly action?: string;
      readonly install: string;
      /** A name for it that is shorter. */
      readonly title?: string;
      readonly lockfile: string;
      readonly cache: string | undefined;
    }
  >
> = {
  npm: { install: "npm ci", lockfile: "package-lock.json", cache: "npm" },
  pnpm: {
    action: "pnpm/action-setup",
    install: "pnpm install --frozen-lockfile",
    lockfile: "pnpm-lock.yaml",
    cache: "pnpm",
  },
  // The first yarn passes over the flag that all later ones want.
  yarn: {
    install: 'case "$(yarn --version)" in 1.*) yarn install --frozen-lockfile ;; *) yarn install --immutable ;; esac',
    title: "yarn install",
    lockfile: "yarn.lock",
    cache: "yarn",
  },
  pip: { install: "python -m pip install -r requirements.txt", lockfile: "requirements.txt", cache: "pip" },
  uv: { action: "astral-sh/setup-uv", install: "uv sync --locked", lockfile: "uv.lock", cache: undefined },
  go: { install: "go mod download", lockfile: "go.sum", cache: "true" },
};

/** A toolchain comes from its action, dependencies from the lockfile, and their cache from the action. */
export const lowerSetup: StepLowering<SetupStep> = (step, scope, spot) => {
  const directory = pathIn(scope.folder, step.directory ?? "");
  const here = directory === "." ? "" : `${directory}/`;
  const common = commonKeys(step, scope, spot);
  const manager = step.packages && managers[step.packages];
  if (manager?.action) {
    const packageFile = step.packages === "pnpm" && here !== "" ? { package_json_file: `${here}package.json` } : {};
    emitAction(manager.action, { with: packageFile, ...common, name: undefined }, scope, spot);
  }
  const { action, version } = toolchains[step.toolchain];
  traceAt(scope, inside(nextSpot(scope, spot), "uses"), "step.setup");
  emitAction(action, { with: { [version]: step.version, ...cacheInputs(step, scope, here) }, ...common }, scope, spot);
  if (!manager || !step.install) return;
  emit(
    {
      "working-directory": here === "" ? undefined : directory,
      run: runText(manager.install, "sh", scope, spot),
      ...common,
      name: manager.title ?? manager.install,
    },
    scope,
    spot,
  );
};

function cacheInputs(step: SetupStep, scope: StepScope, folder: string): Readonly<Record<string, YamlData>> {
  const manager = step.packages && managers[step.packages];
  const path = (lockfile: string): Readonly<Record<string, string>> =>
    folder === "" ? {} : { "cache-dependency-path": `${folder}${lockfile}` };
  if (step.toolchain === "go") {
    return scope.mayCache ? { cache: cacheValue(true, scope), ...path("go.sum") } : { cache: false };
  }
  if (!scope.mayCache || manager?.cache === undefined)
    return step.toolchain === "node" ? { "package-manager-cache": false } : {};
  return { cache: cacheValue(manager.cache, scope), ...path(manager.lockfile) };
}
