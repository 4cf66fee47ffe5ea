import type { Edge, Job, MatrixLeg, Permissions, Pipeline } from "@cicl/model";
import type { Event } from "./event.ts";
import type { ImageMode } from "./image-mode.ts";

/** The phases that can be interpreted: those with edges. */
export type Interpretable = Pipeline<"normalised"> | Pipeline<"gated">;
export type InterpretableJob = Job<"normalised">;

/** What happens in one run, as far as the pipeline doesn't decide it. */
export interface Run {
  readonly event: Event;
  /** By job; a job that isn't named succeeds. It has no effect on a job that doesn't run. */
  readonly outcomes: Readonly<Record<string, JobOutcome>>;
  /** Environments whose approval was given. */
  readonly approvals?: readonly string[];
  /** Variables of the repository, and those of an environment as `<environment>/<name>`. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What comes of a job that runs. */
export interface JobOutcome {
  /** The whole job's end, whatever its steps would do: its machine fails before the first step, or it is cancelled. */
  readonly result?: "success" | "failure" | "cancelled";
  /** By index among the job's own steps; a step that isn't named succeeds. In a matrix it holds for every leg. */
  readonly steps?: Readonly<Record<number, "success" | "failure">>;
  /**
   * Outputs that the steps write; the others stay empty, but for a gate's token and an image's digest, which a job that
   * succeeds writes unless it is overridden here.
   */
  readonly outputs?: Readonly<Record<string, string>>;
}

/** `waiting`: for the approval of a deploy, its own or one that it waits for. */
export type JobResult = "success" | "failure" | "skipped" | "cancelled" | "waiting";

export interface JobRun {
  readonly result: JobResult;
  /** Something that it waits for failed or was cancelled; such a job never runs. */
  readonly tainted: boolean;
  /** A sentence that says how the result came about. */
  readonly why: string;
  /** Every declared output, empty where nothing wrote it. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The scopes of the engine's token. */
  readonly permissions: Permissions;
  /** Secrets that the job reads and is given: `<name>`, or `<environment>/<name>`. */
  readonly secrets: readonly string[];
  /** In order, for a matrix leg by leg; empty for a job that doesn't run. */
  readonly steps: readonly StepRun[];
  /** Of an image job that ran: what it did. */
  readonly image?: ImageMode;
}

export interface StepRun {
  /** Index among the job's own steps. */
  readonly index: number;
  /** Of a matrix only. */
  readonly leg?: MatrixLeg;
  readonly result: "success" | "failure" | "skipped";
}

export interface Interpretation {
  /** Whether a trigger matches the event; otherwise there are no jobs. */
  readonly starts: boolean;
  readonly jobs: Readonly<Record<string, JobRun>>;
  /** Pairs of jobs of which the first ends before the second starts. */
  readonly before: readonly (readonly [Edge["from"], string])[];
}
