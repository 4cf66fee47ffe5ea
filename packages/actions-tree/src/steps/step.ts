import type { YamlData, YamlNode } from "@cicl/backend-kit";
import { joinPath } from "@cicl/backend-kit";
import type { Job, Step } from "@cicl/model";
import type { Scope, Spot } from "../scope.ts";

/** The job or action that a step belongs to, and where its steps are collected. */
export interface StepScope extends Scope {
  readonly job: Pick<Job, "id" | "steps" | "matrix">;
  /** Of the step that is being lowered, among the job's or action's own; absent inside another step. */
  readonly index?: number;
  /** Folder of `pipeline.ts`, relative to the root; empty at the root. */
  readonly folder: string;
  /** Steps so far. */
  readonly steps: YamlNode[];
  /** Whether the job may fill a cache that another run trusts; what is released isn't built from one. */
  readonly mayCache: boolean;
  /** What the steps' expressions may read. */
  readonly place: "step" | "action-step";
  /** Indices of the steps that others name: their outputs are read, or they are waited for. */
  readonly named: ReadonlySet<number>;
}

/** Lowers one kind of step; `spot.path` ends before the index of the first step that it adds. */
export type StepLowering<S extends Step> = (step: S, scope: StepScope, spot: Spot) => void;

/** The keys that every rendered step may have, in the order in which they are printed. */
export interface StepKeys {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly if?: string | undefined;
  readonly uses?: YamlNode | undefined;
  readonly with?: Readonly<Record<string, YamlData>> | undefined;
  readonly shell?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly "working-directory"?: string | undefined;
  readonly run?: string | undefined;
  readonly "timeout-minutes"?: number | undefined;
  readonly "continue-on-error"?: boolean | undefined;
  readonly background?: boolean | undefined;
}

/** Joins a folder and a path below it as the engine's keys want it: the folder itself is a dot. */
export function pathIn(folder: string, path: string): string {
  return joinPath(folder, path) || ".";
}
