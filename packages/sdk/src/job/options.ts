import type { Permissions, Runs } from "@cicl/model";
import type { Condition } from "../condition.ts";
import type { GitHubJobKeys } from "../github/keys.ts";
import type { Runner } from "../runner.ts";
import type { Sealed } from "../sealed.ts";
import type { Step } from "../steps/step.ts";
import type { Environ, Text, Value, ValueKind } from "../values.ts";
import type { Job } from "./handle.ts";
import type { MatrixOptions, MatrixShape, MatrixValues } from "./matrix.ts";

/** How a job's working copy is made; the value of the option `checkout`. */
export interface Checkout extends Sealed<"checkout"> {}

export interface Login<Scope extends string = never> {
  readonly username: Text<Scope>;
  readonly password: Value<Scope>;
}

export interface ContainerOptions<Scope extends string = never> {
  /** Reference with tag or digest. */
  readonly image: string;
  readonly env?: Environ<Scope>;
  readonly credentials?: Login<Scope>;
}

/** A container beside the job, reached under its name. */
export interface ServiceOptions<Scope extends string = never> {
  /** Reference with tag or digest. */
  readonly image: string;
  readonly env?: Environ<Scope>;
  /** `container` or `host:container`. */
  readonly ports?: readonly (string | number)[];
  /** A command inside the container that succeeds when it is ready; every 10s and 5 times unless told. */
  readonly health?: { readonly command: string; readonly interval?: string; readonly retries?: number };
}

export interface ReportOptions {
  /** Globs. */
  readonly junit?: string | readonly string[];
  /** An LCOV file and the least percentage of covered lines. */
  readonly coverage?: { readonly file: string; readonly minimum?: number };
  readonly sarif?: string | readonly string[];
}

type GroupValue = Value<never, Exclude<ValueKind, "secret">>;

/** Runs in one group don't overlap; a newer run waits unless it cancels the older. */
export type ConcurrencyOptions<Group extends Sealed<unknown> = GroupValue> =
  | string
  | Group
  | { readonly group: string | Group; readonly cancelInProgress?: boolean };

/** What jobs of every kind take. `Scope` names the environment whose secrets and variables the job sees. */
export interface CommonOptions<Scope extends string = never> {
  /** Linux on x64 by default. */
  readonly runner?: Runner;
  /** A reference, or more about the container. */
  readonly container?: string | ContainerOptions<Scope>;
  readonly services?: Readonly<Record<string, ServiceOptions<Scope>>>;
  /** `false`: no working copy; by default the last commit alone. */
  readonly checkout?: false | Checkout;
  readonly env?: Environ<Scope>;
  /** The script step that writes the output to the file named by `CICL_OUTPUT`, or a value known anyway. */
  readonly outputs?: Readonly<Record<string, Step<Scope> | Value<never, Exclude<ValueKind, "secret">>>>;
  /** Replaces the order of the stages. */
  readonly needs?: readonly Job[];
  readonly when?: Condition;
  /** Given the jobs before it: after their success (the default), in any case, or after a failure. */
  readonly runs?: Runs;
  /** A failure of this job doesn't fail the run. */
  readonly allowFailure?: boolean;
  /** Scopes of the engine's token beyond what the steps need. */
  readonly permissions?: Permissions;
  readonly concurrency?: ConcurrencyOptions;
  /** E.g. `10m` or `1h30m`. */
  readonly timeout?: string;
  /** Total number of tries of the job's scripts. */
  readonly retry?: number | { readonly attempts: number; readonly delay?: string };
  readonly reports?: ReportOptions;
  /** What GitHub alone has. */
  readonly github?: GitHubJobKeys;
}

/** `CommonOptions` with the keys that are typed one by one, so that no key is unknown. */
export interface JobOptions<Scope extends string = never> extends CommonOptions<Scope> {
  readonly steps: unknown;
  readonly matrix?: MatrixOptions;
}

/**
 * Steps and matrix together: only a job with a matrix can take its steps from a function of the matrix. Steps that fit
 * aren't compared again: an array that begins with a spread fits no intersection of arrays.
 * @typeParam T the options
 */
export type Work<Scope extends string, M, T> = ([T] extends [{ readonly steps: readonly Step<Scope>[] }]
  ? unknown
  : {
      readonly steps:
        | readonly Step<Scope>[]
        | ([M] extends [MatrixOptions] ? (matrix: MatrixValues<M>) => readonly Step<Scope>[] : never);
    }) & { readonly matrix?: M & MatrixShape<M> };

/** A matrix has one value for each leg, so a job with a matrix declares no outputs. */
export type NoMatrixOutputs<T> = T extends { readonly matrix: MatrixOptions; readonly outputs: unknown }
  ? { readonly outputs?: never }
  : unknown;

type OutputsOf<T> = T extends { readonly outputs: infer O }
  ? { readonly [K in keyof O]: Value<never, "output"> }
  : Readonly<Record<never, never>>;

/** The handle of a job with the options `T`. */
export type JobOf<T> = Job &
  (T extends { readonly matrix: MatrixOptions } ? unknown : { readonly outputs: OutputsOf<T> });
