import type { Origin } from "@cicl/diagnostics";

/** A place that a deploy ships to. */
export interface Environment {
  readonly name: string;
  readonly origin: Origin;
  readonly tier: "development" | "staging" | "production";
  readonly approval?: Approval;
  /** Minutes between the start of a deploy and its first step. */
  readonly waitMinutes?: number;
  readonly window?: ChangeWindow;
  /** Branch globs that may deploy; absent means any. */
  readonly branches?: readonly string[];
  /** How a target without secrets scoped to an environment keeps them. */
  readonly credentials: "secret" | "runner" | "repository";
  readonly url?: string;
}

/** People must agree before a deploy starts. */
export interface Approval {
  /** Number of approvers. */
  readonly count: number;
  /** `team:<slug>` or `user:<login>`. */
  readonly by: readonly string[];
}

/** Hours in which a deploy may start. */
export interface ChangeWindow {
  /** E.g. `mon-thu`, `mon,wed`. */
  readonly days: string;
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM` */
  readonly to: string;
  /** IANA name. */
  readonly zone: string;
}

/** The name under which a target without scopes inside its store keeps a secret or variable of an environment. */
export function scopedName(name: string, environment: string | undefined): string {
  return environment === undefined ? name : `${environment.toUpperCase().replaceAll("-", "_")}__${name}`;
}
