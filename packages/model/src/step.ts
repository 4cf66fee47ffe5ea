import type { Origin } from "@cicl/diagnostics";
import type { Condition } from "./condition.ts";
import type { Binding, Expression } from "./expression.ts";
import type { Permissions } from "./job.ts";
import type { NativeKey } from "./native-key.ts";

/** A target's id, e.g. `github`. The list of those that exist is the command line's, never the model's. */
export type TargetId = string;

export type Step =
  | ScriptStep
  | SetupStep
  | CacheStep
  | UploadStep
  | DownloadStep
  | ContainerStep
  | ImageStep
  | UsesStep
  | NativeStep
  | CompositeStep
  | ParallelStep
  | WaitStep
  | CancelStep
  | PerTargetStep;

export type StepKind = Step["kind"];

/** When a step runs, given the steps before it: all went well, in any case, or one of them failed. */
export type Runs = "on-success" | "always" | "on-failure";

interface StepBase {
  readonly origin: Origin;
  /** Shown by the engine; absent means a name made from the step itself. */
  readonly name?: string;
  readonly when?: Condition;
  readonly runs: Runs;
  /** A failure of this step doesn't fail the job. */
  readonly allowFailure: boolean;
  readonly timeoutMinutes?: number;
  readonly native?: readonly NativeKey[];
}

export type Shell = "sh" | "bash" | "pwsh";

/** A script. Interpolated values are never part of `text`: they arrive as environment variables. */
export interface ScriptStep extends StepBase {
  readonly kind: "script";
  readonly shell: Shell;
  /** The script as the shell reads it, without the engine's escapes, dedented, without a final newline. */
  readonly text: string;
  readonly env: readonly Binding[];
  /** Relative to the folder of `pipeline.ts`. */
  readonly directory?: string;
  /** The first step of a deploy, put there by policy: when it fails no later step runs, whatever its `runs` says. */
  readonly guard?: true;
}

export type Toolchain = "node" | "python" | "go";
export type PackageManager = "npm" | "pnpm" | "yarn" | "pip" | "uv" | "go";

/** Installs a toolchain, the lockfile's dependencies and their cache. */
export interface SetupStep extends StepBase {
  readonly kind: "setup";
  readonly toolchain: Toolchain;
  readonly version: string;
  readonly packages?: PackageManager;
  /** Whether to install the dependencies that the lockfile names. */
  readonly install: boolean;
  /** Relative to the folder of `pipeline.ts`. */
  readonly directory?: string;
}

/** Restores folders that a former run kept under the same key, and keeps them at the end of the job. */
export interface CacheStep extends StepBase {
  readonly kind: "cache";
  readonly paths: readonly string[];
  /** The key's fixed part. */
  readonly key: string;
  /** Globs of files whose contents are part of the key. */
  readonly files: readonly string[];
}

/** Keeps files as an artifact. */
export interface UploadStep extends StepBase {
  readonly kind: "upload";
  readonly artifact: string;
  readonly paths: readonly string[];
  readonly retentionDays?: number;
  /** What to do when no file matches. */
  readonly ifMissing: "fail" | "ignore";
}

/** Brings an artifact of another job; needs that job. */
export interface DownloadStep extends StepBase {
  readonly kind: "download";
  readonly artifact: string;
  readonly job: string;
  /** The folder that it is unpacked into. */
  readonly path: string;
}

/** Runs a container image over the job's working copy. */
export interface ContainerStep extends StepBase {
  readonly kind: "container";
  readonly image: string;
  readonly entrypoint?: string;
  readonly args: readonly string[];
  readonly env: readonly Binding[];
}

/**
 * Builds a container image once and yields its digest as the output `digest`: built and not pushed on pull requests,
 * pushed by digest on a branch, promoted (looked up and verified, never rebuilt) on tags, schedules and manual runs.
 */
export interface ImageStep extends StepBase {
  readonly kind: "image";
  /** Build context, relative to the folder of `pipeline.ts`. */
  readonly context: string;
  /** Relative to the context. */
  readonly dockerfile: string;
  /** Registry and repository, without tag. */
  readonly repository: string;
  readonly buildArgs: readonly Binding[];
  readonly platforms: readonly string[];
  readonly target?: string;
  /** How to log in to the registry before a push. */
  readonly login?: { readonly username: Expression; readonly password: Expression };
}

/** Runs an action; GitHub and Gitea only. */
export interface UsesStep extends StepBase {
  readonly kind: "uses";
  /** `owner/repo` or `owner/repo/path`, without ref. */
  readonly action: string;
  /** Full commit, for an action that the lock doesn't pin. */
  readonly commit?: string;
  /** The version behind the commit, where it is known. */
  readonly version?: string;
  /** The inputs were checked against those that cicl knows of the action. */
  readonly known?: true;
  /** Scopes of the engine's token that the action needs, as far as that is known. */
  readonly permissions?: Permissions;
  readonly inputs: readonly Binding[];
  readonly env: readonly Binding[];
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A step in one target's own words, copied as it is; refused on every other target. */
export interface NativeStep extends StepBase {
  readonly kind: "native";
  readonly target: TargetId;
  readonly step: { readonly [key: string]: Json };
}

/** Runs a composite action that the pipeline itself defines. */
export interface CompositeStep extends StepBase {
  readonly kind: "composite";
  /** Name of the action among the pipeline's. */
  readonly action: string;
  /** Scopes of the engine's token that its steps need. */
  readonly permissions?: Permissions;
  readonly inputs: readonly Binding[];
}

/** Steps that run side by side; it ends when all of them have, and fails when one of them does. */
export interface ParallelStep extends StepBase {
  readonly kind: "parallel";
  readonly steps: readonly Step[];
}

/** Waits for steps that run in the background, and fails when one of them did. */
export interface WaitStep extends StepBase {
  readonly kind: "wait";
  /** Indices among the job's steps, or all that are still running. */
  readonly steps: readonly number[] | "all";
}

/** Stops a step that runs in the background. */
export interface CancelStep extends StepBase {
  readonly kind: "cancel";
  /** Index among the job's steps. */
  readonly step: number;
}

/** Whether the job goes on beside a step. */
export function isInBackground(step: Step): boolean {
  if (step.kind === "native") return step.step.background !== undefined;
  return step.native?.some(({ path }) => path[0] === "background") === true;
}

/** Says whether a job's steps are behind a guard, which is then the first of them. */
export function isGuarded(steps: readonly Step[]): boolean {
  const [first] = steps;
  return first?.kind === "script" && first.guard === true;
}

/** Different steps for different targets; refused on a target that isn't named. */
export interface PerTargetStep extends StepBase {
  readonly kind: "per-target";
  readonly targets: Readonly<Record<TargetId, readonly Step[]>>;
}
