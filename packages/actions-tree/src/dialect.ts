import type { ContextName, Permissions, Runner, ScheduleTrigger, TargetId } from "@cicl/model";
import type { Starts } from "./scope.ts";

/**
 * In what an engine of the Actions family differs from another. Everything that both share is in this room; a
 * difference is a value here, never a question for the target's id.
 */
export interface Dialect {
  readonly target: TargetId;
  readonly title: string;
  /** Folder of the workflow files, relative to the root. */
  readonly folder: string;
  /** The name that a job's check carries. */
  jobName(pipeline: string, job: string): string;
  /** The reference behind `uses:` of an action at a commit. */
  uses(action: string, commit: string): string;
  /** The reference behind `uses:` of a folder or file of the repository itself. */
  local(path: string): string;
  /** Folder of composite actions, relative to the root. */
  readonly actionsFolder: string;
  runsOn(runner: Runner): string | readonly string[];
  /** True unless the run was cancelled, in a job's condition. */
  readonly notCancelled: string;
  /** Whether a job's `needs.*.result` can be filtered in a condition. */
  readonly filtersNeeds: boolean;
  /** The expression of a fact about the run, given the events that can start it. */
  context(name: ContextName, starts: Starts): string;
  /** Folder of the branches that a merge queue pushes its candidates to; nobody has accepted what is on them. */
  readonly queueBranches?: string;
  /** The entry of a schedule. */
  schedule(trigger: ScheduleTrigger): Readonly<Record<string, string>>;
  /** What the working copy must name so that it is the head commit of a pull request; `undefined` where that is the default. */
  headRef(starts: Starts): string | undefined;
  /** Whether the workflow starts with `permissions: {}`. */
  readonly rootPermissions: boolean;
  /** Which runs of a pipeline that says nothing of it share a group; absent where the engine is left to itself. */
  concurrency?(pipeline: string, starts: Starts): Readonly<Record<string, string | boolean>> | undefined;
  /** The scopes of a job's token, given those that it needs. */
  permissions(needed: Permissions): Permissions;
  /** Whether auditors read the files, to whom a reason is given for what they would find. */
  readonly audited: boolean;
  /** Whether a job can name an environment. */
  readonly environments: boolean;
  /** Whether `fail-fast` is obeyed. */
  readonly failFast: boolean;
}
