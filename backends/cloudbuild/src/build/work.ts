import type { Origin } from "@cicl/diagnostics";
import type { Binding, Condition, Feature, Runs } from "@cicl/model";
import type { Environment } from "../values/bind.ts";

/** One step of a job, before it is put into the job's chain. */
export interface Work {
  /** The second half of its id. */
  readonly name: string;
  readonly origin: Origin;
  /** Pinned. */
  readonly image: string;
  readonly shell: "sh" | "bash";
  /** Below the working copy; empty for its top. */
  readonly folder: string;
  readonly bindings: readonly (Binding & { readonly node: string })[];
  /** The script behind `set -eu`; it may end by `exit`. */
  script(environment: Environment): string;
  readonly runs: Runs;
  readonly when?: Condition;
  /** The number of the deploy's guard, for a step that goes on after a failure but not after the guard's. */
  readonly guard?: number;
  readonly allowFailure: boolean;
  /** 0: no limit but the job's. */
  readonly limitSeconds: number;
  /** Outputs of the job that this step writes. */
  readonly outputs: readonly string[];
  /** Uses of features that this step answers for. */
  readonly uses: readonly { readonly feature: Feature; readonly node: string; readonly detail?: string }[];
}

/** What most steps that cicl adds by itself have in common. */
export const plainWork = {
  shell: "sh",
  folder: "",
  bindings: [],
  runs: "on-success",
  allowFailure: false,
  limitSeconds: 0,
  outputs: [],
  uses: [],
} as const satisfies Partial<Work>;
