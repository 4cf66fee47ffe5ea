import type { Origin } from "@cicl/diagnostics";
import type { Condition } from "./condition.ts";
import type { Binding, Expression } from "./expression.ts";
import type { NativeKey } from "./native-key.ts";
import type { Phase } from "./pipeline.ts";
import type { Json, Runs, Step, TargetId } from "./step.ts";

/** The form of a job's id. */
export const jobIdPattern = /^[a-z][a-z0-9-]{0,62}$/;

/** What a job is for. Gates and the aggregate come from the catalogue and the policy; the others from a team. */
export type JobRole = "ordinary" | "image" | "deploy" | "gate" | "aggregate";

interface JobBase {
  readonly id: string;
  readonly origin: Origin;
  readonly role: JobRole;
  /** The stage's name. */
  readonly stage: string;
  readonly runner: Runner;
  readonly container?: Container;
  readonly services: readonly Service[];
  /** `false`: no working copy. */
  readonly checkout: false | Checkout;
  readonly steps: readonly Step[];
  readonly env: readonly Binding[];
  readonly outputs: readonly Output[];
  /** Jobs named by the team; absent means the order of the stages. */
  readonly needs?: readonly string[];
  readonly when?: Condition;
  readonly runs: Runs;
  /** A failure of this job doesn't fail the run. */
  readonly allowFailure: boolean;
  readonly matrix?: Matrix;
  /** The environment that the job deploys to, and whose secrets it sees. */
  readonly environment?: string;
  /** The digest that a deploy ships. */
  readonly subject?: Expression;
  /** Scopes of the engine's token beyond what the steps need. */
  readonly permissions: Permissions;
  readonly concurrency?: Concurrency;
  readonly timeoutMinutes?: number;
  readonly retry?: Retry;
  readonly reports: readonly Report[];
  /** The job is the run of another pipeline, so it has no steps of its own. */
  readonly call?: Call;
  /** Set on gates and on the aggregate. */
  readonly gate?: GateMark;
  readonly native?: readonly NativeKey[];
}

/** What normalising adds. */
export interface Normal {
  readonly edges: readonly Edge[];
  readonly timeoutMinutes: number;
}

/** A job; from the phase `normalised` on it has its edges and no open default. */
export type Job<P extends Phase = Phase> = P extends "draft" ? JobBase : JobBase & Normal;

/** `order`: from the order of the stages; `explicit`: stated, or by reading an output or artifact; `gate`: by policy. */
export type EdgeKind = "order" | "explicit" | "gate";

/** The job that holds the edge waits for `from`. One edge a pair: gate beats explicit beats order. */
export interface Edge {
  readonly from: string;
  readonly kind: EdgeKind;
}

/** Which machine runs the job; `labels` narrow it to the organisation's own runners. */
export interface Runner {
  readonly os: "linux" | "windows" | "macos";
  readonly arch: "x64" | "arm64";
  readonly labels: readonly string[];
}

export interface Container {
  /** Reference with tag or digest. */
  readonly image: string;
  readonly env: readonly Binding[];
  readonly credentials?: { readonly username: Expression; readonly password: Expression };
}

/** A container that runs beside the job, reached under its name. */
export interface Service {
  readonly name: string;
  readonly origin: Origin;
  readonly image: string;
  readonly env: readonly Binding[];
  /** `container` or `host:container`. */
  readonly ports: readonly string[];
  /** A command inside the service's container that succeeds when it is ready. */
  readonly health?: { readonly command: string; readonly intervalSeconds: number; readonly retries: number };
}

export interface Checkout {
  /** Number of commits; 0 means all. */
  readonly depth: number;
  readonly submodules: boolean;
  readonly lfs: boolean;
}

/**
 * An output is written by a step through the file named by `CICL_OUTPUT`, is a value that is known anyway, or comes
 * from the pipeline that the job calls.
 */
export type Output =
  | { readonly name: string; readonly origin: Origin; readonly kind: "step"; readonly step: number }
  | { readonly name: string; readonly origin: Origin; readonly kind: "value"; readonly value: Expression }
  | { readonly name: string; readonly origin: Origin; readonly kind: "call" };

/** Another pipeline that runs as a job of this one. */
export interface Call {
  readonly of: Callee;
  readonly inputs: readonly CallInput[];
  /** Secrets by the names that the callee gives them. */
  readonly secrets: readonly Binding[];
}

/** What is handed in, as the kind that the callee declares. */
export interface CallInput extends Binding {
  readonly type: "string" | "number" | "boolean";
}

/** A pipeline of the same root, or one target's reusable workflow in another repository. */
export type Callee =
  | {
      readonly kind: "pipeline";
      readonly pipeline: string;
      /** How many levels of calls it makes: 1 where it calls nothing itself. */
      readonly levels: number;
      /** Every workflow that it leads to, itself first. */
      readonly reaches: readonly string[];
      /** Each of its jobs runs and must succeed, so that its own success says that all have. */
      readonly strict: boolean;
    }
  | { readonly kind: "foreign"; readonly target: TargetId; readonly workflow: string; readonly commit: string };

/** Vectors in authored order; legs are their product, less `exclude`, and more `include`. */
export interface Matrix {
  readonly origin: Origin;
  readonly vectors: readonly { readonly key: string; readonly values: readonly (string | number | boolean)[] }[];
  readonly include: readonly MatrixLeg[];
  readonly exclude: readonly MatrixLeg[];
  readonly failFast: boolean;
  readonly maxParallel?: number;
}

export type MatrixLeg = Readonly<Record<string, string | number | boolean>>;

/** The scopes of an engine's job token, each with the levels that it has. */
export const permissionLevels = {
  actions: ["read", "write"],
  "artifact-metadata": ["read", "write"],
  attestations: ["read", "write"],
  checks: ["read", "write"],
  "code-quality": ["read", "write"],
  contents: ["read", "write"],
  "copilot-requests": ["write"],
  deployments: ["read", "write"],
  discussions: ["read", "write"],
  drives: ["read", "write"],
  "id-token": ["write"],
  issues: ["read", "write"],
  models: ["read"],
  packages: ["read", "write"],
  pages: ["read", "write"],
  "pull-requests": ["read", "write"],
  "repository-projects": ["read", "write"],
  "security-events": ["read", "write"],
  statuses: ["read", "write"],
  "vulnerability-alerts": ["read"],
} as const satisfies Record<string, readonly ("read" | "write")[]>;

export type PermissionScope = keyof typeof permissionLevels;
export const permissionScopes = Object.keys(permissionLevels) as readonly PermissionScope[];
export type Permissions = { readonly [S in PermissionScope]?: (typeof permissionLevels)[S][number] };

/** Runs in one group don't overlap. */
export interface Concurrency {
  readonly group: Expression;
  /** A newer run cancels the running one instead of waiting. */
  readonly cancelInProgress: boolean;
}

/** Runs the job's scripts again when they fail. */
export interface Retry {
  /** Total number of tries, 2 to 10. */
  readonly attempts: number;
  readonly delaySeconds: number;
}

/** A report that is kept also when the job fails. */
export interface Report {
  readonly kind: "junit" | "coverage" | "sarif";
  readonly origin: Origin;
  readonly paths: readonly string[];
  /** Of coverage only: least percentage of lines, 0 to 100. */
  readonly minimum?: number;
}

/** Where a gate stands: on the source, on a built artifact, behind a deploy, or before one. */
export type GatePlacement = "source" | "artifact" | "deployed" | "change";

/** Says that a job is a gate, at which strength, and why it is here. */
export interface GateMark {
  /** Id in the catalogue. */
  readonly id: string;
  readonly placement: GatePlacement;
  readonly parameters: { readonly [key: string]: Json };
  /** Present when policy added the job. */
  readonly injected?: GateReason;
}

/** Why policy added a job. */
export interface GateReason {
  readonly rule: string;
  /** The policy that holds the rule, e.g. `cicl/baseline`. */
  readonly layer: string;
  /** The facts that made the gate apply, as sentences. */
  readonly because: readonly string[];
}

/** The output by which a gate says that it passed: the time, in seconds since 1970. */
export const gateToken = "passed";

/** The id of the job that speaks for all gates and required jobs. */
export const aggregateId = "cicl-gate";
