import { yaml } from "@cicl/backend-kit";
import type { Origin } from "@cicl/diagnostics";
import type { Scope } from "./scope.ts";

/** A step of the build file. */
export interface BuildStep {
  readonly id: string;
  readonly image: string;
  /** Empty: from the start of the build. */
  readonly waitFor: readonly string[];
  /** Only the first step and the verdict decide the build by themselves. */
  readonly allowFailure: boolean;
  readonly env?: readonly string[];
  readonly secretEnv?: readonly string[];
  readonly script: string;
  readonly origin: Origin;
}

/** Appends a step to the build; its keys stand in the order in which people read them. */
export function emit(step: BuildStep, scope: Scope): void {
  const { id, image, waitFor, allowFailure, env = [], secretEnv = [], script, origin } = step;
  scope.steps.push(
    yaml(
      {
        id,
        name: image,
        waitFor: waitFor.length === 0 ? ["-"] : waitFor,
        allowFailure: allowFailure ? true : undefined,
        env: env.length === 0 ? undefined : [...new Set(env)],
        secretEnv: secretEnv.length === 0 ? undefined : secretEnv,
        script,
      },
      origin,
    ),
  );
}
