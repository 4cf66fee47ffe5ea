import type { PackageManager, Toolchain } from "@cicl/model";
import { path } from "../check/path.ts";
import { flag, object, oneOf, optional, type Reader, text, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { refuseLate } from "../values.ts";
import { asModel, makeStep, type Step, type StepOptions, stepShape } from "./step.ts";

/** Options of a toolchain's set-up. */
export interface SetupOptions<P extends PackageManager> extends StepOptions {
  /** E.g. `22` or `3.13`; text, since the number 3.10 would be 3.1. */
  readonly version: string;
  /** The package manager whose lockfile and cache count. */
  readonly packages?: P;
  /** Whether to install what the lockfile names; true when `packages` is given. */
  readonly install?: boolean;
  /** The folder of the lockfile. */
  readonly directory?: string;
}

const managers = {
  node: ["npm", "pnpm", "yarn"],
  python: ["pip", "uv"],
  go: ["go"],
} as const satisfies Record<Toolchain, readonly PackageManager[]>;
type ManagerOf<T extends Toolchain> = (typeof managers)[T][number];

/** Installs a toolchain, the dependencies that the lockfile names, and their cache. */
export const setup = Object.freeze({
  node: <const O extends SetupOptions<ManagerOf<"node">>>(options: O & Exact<O, SetupOptions<ManagerOf<"node">>>) =>
    make("node", options),
  python: <const O extends SetupOptions<ManagerOf<"python">>>(
    options: O & Exact<O, SetupOptions<ManagerOf<"python">>>,
  ) => make("python", options),
  go: <const O extends SetupOptions<ManagerOf<"go">>>(options: O & Exact<O, SetupOptions<ManagerOf<"go">>>) =>
    make("go", options),
});

const version: Reader<string> = (value, origin) => {
  refuseLate(value, "A toolchain's version", origin);
  const written = text(value, origin);
  return /^[A-Za-z0-9][A-Za-z0-9.*+_/-]*$/.test(written) ? written : wrong(value, 'a version such as "22"', origin);
};

function make(toolchain: Toolchain, options: unknown): Step {
  const origin = originHere();
  const { install, ...read } = object("A set-up", {
    ...stepShape,
    version,
    packages: optional(oneOf<PackageManager>(...managers[toolchain])),
    install: optional(flag),
    directory: optional(path),
  })(options, origin);
  if (install === true && read.packages === undefined) {
    wrong(undefined, 'a package manager in "packages" when "install" is true', origin);
  }
  return makeStep({
    kind: "setup",
    origin,
    toolchain,
    ...asModel(read),
    install: install ?? read.packages !== undefined,
  });
}
