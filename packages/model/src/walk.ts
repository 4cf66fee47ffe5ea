import { at, type Origin } from "@cicl/diagnostics";
import type { Condition } from "./condition.ts";
import { type Binding, leaves, type SecretValue, tokenSecret, type VariableValue } from "./expression.ts";
import { type Call, type Job, type PermissionScope, type Permissions, permissionScopes } from "./job.ts";
import { valueConditions } from "./native-expression.ts";
import type { NativeKey } from "./native-key.ts";
import type { CompositeAction, Pipeline } from "./pipeline.ts";
import type { Step, TargetId } from "./step.ts";

/** A step with its place: `step:<job>/<index>`, and `…/<target>/<index>` for one inside a per-target step. */
export interface PlacedStep {
  readonly id: string;
  readonly step: Step;
}

/** A condition with the place that wrote it. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly origin: Origin;
}

/**
 * All steps of a job, those inside per-target steps behind the step that holds them.
 * @param target leave out the steps of other targets
 */
export const stepsOf: (job: Job, target?: TargetId) => readonly PlacedStep[] = remembered("steps", placeSteps);

function placeSteps(job: Job, target: TargetId | undefined): readonly PlacedStep[] {
  return nestedSteps(job.steps, `step:${job.id}`, target);
}

/**
 * Some steps and all those inside them, in order.
 * @param prefix of their places
 * @param target leave out the steps of other targets
 */
export function nestedSteps(list: readonly Step[], prefix: string, target?: TargetId): readonly PlacedStep[] {
  const placed: PlacedStep[] = [];
  const visit = (steps: readonly Step[], prefix: string): void => {
    let index = 0;
    for (const step of steps) {
      const id = `${prefix}/${index++}`;
      placed.push({ id, step });
      if (step.kind === "parallel") visit(step.steps, id);
      if (step.kind === "per-target") {
        for (const [name, inner] of Object.entries(step.targets)) {
          if (target === undefined || name === target) visit(inner, `${id}/${name}`);
        }
      }
    }
  };
  visit(list, prefix);
  return placed;
}

/** The values that a step reads, each under the name it has there. */
export function stepBindings(step: Step): readonly Binding[] {
  const own = "env" in step ? step.env : [];
  const isAction = step.kind === "uses" || step.kind === "composite";
  if (!isAction && step.kind !== "image" && !step.native) return own;
  const login = step.kind === "image" && step.login;
  return [
    ...own,
    ...(isAction ? step.inputs : []),
    ...keyBindings(step.native),
    ...(step.kind === "image" ? step.buildArgs : []),
    ...(login
      ? [
          { name: "login.username", value: login.username, origin: step.origin },
          { name: "login.password", value: login.password, origin: step.origin },
        ]
      : []),
  ];
}

/** The values among the keys of one target. */
export function keyBindings(keys: readonly NativeKey[] = []): readonly Binding[] {
  return keys.flatMap(({ content, path, origin }) =>
    content.kind === "value" ? [{ name: path.join("."), value: content.value, origin }] : [],
  );
}

/** The conditions among the keys of one target. */
function keyConditions(keys: readonly NativeKey[] = []): readonly PlacedCondition[] {
  return keys.flatMap(({ content, origin }) =>
    content.kind === "condition" ? [{ condition: content.condition, origin }] : [],
  );
}

/**
 * Every value that a job reads anywhere, its steps included; conditions apart.
 * @param target leave out the steps of other targets
 */
export const jobBindings: (job: Job, target?: TargetId) => readonly Binding[] = remembered("bindings", bindValues);

function bindValues(job: Job, target: TargetId | undefined): readonly Binding[] {
  const all: Binding[] = [...job.env];
  const add = (name: string, value: Binding["value"] | undefined, origin = job.origin): void => {
    if (value) all.push({ name, value, origin });
  };
  if (job.container) {
    all.push(...job.container.env);
    const { username, password } = job.container.credentials ?? {};
    const place = ["container", "credentials"] as const;
    if (username) add("container.credentials.username", username, at(job.origin, ...place, "username"));
    if (password) add("container.credentials.password", password, at(job.origin, ...place, "password"));
  }
  for (const service of job.services) all.push(...service.env);
  for (const output of job.outputs) if (output.kind === "value") add(output.name, output.value, output.origin);
  if (job.call) all.push(...job.call.inputs, ...job.call.secrets);
  if (job.native) all.push(...keyBindings(job.native));
  if (job.subject) add("subject", job.subject, at(job.origin, "subject"));
  add("concurrency", job.concurrency?.group);
  for (const { step } of stepsOf(job, target)) all.push(...stepBindings(step));
  return all;
}

/**
 * Every condition of a job, its own, its steps' and those inside values, with its place.
 * @param target leave out the steps of other targets
 */
export const jobConditions: (job: Job, target?: TargetId) => readonly PlacedCondition[] = remembered(
  "conditions",
  findConditions,
);

function findConditions(job: Job, target: TargetId | undefined): readonly PlacedCondition[] {
  const all: PlacedCondition[] = [];
  for (const { value, origin } of jobBindings(job, target)) {
    for (const condition of valueConditions(value)) all.push({ condition, origin });
  }
  if (job.when) all.push({ condition: job.when, origin: at(job.origin, "when") });
  if (job.native) all.push(...keyConditions(job.native));
  for (const { step } of stepsOf(job, target)) if (step.when) all.push({ condition: step.when, origin: step.origin });
  return all;
}

/**
 * Every secret and variable that a pipeline reads and somebody must store, once each, in order of kind, environment and name.
 * @param target leave out the steps of other targets
 */
export function namedValues(pipeline: Pipeline, target?: TargetId): readonly (SecretValue | VariableValue)[] {
  const bindings = [
    ...pipeline.env,
    ...keyBindings(pipeline.native),
    ...pipeline.jobs.flatMap((job) => jobBindings(job, target)),
  ];
  const found = new Map<string, SecretValue | VariableValue>();
  for (const leaf of bindings.flatMap((binding) => leaves(binding.value))) {
    if (leaf.kind === "secret" || leaf.kind === "variable") {
      if (leaf.name === tokenSecret) continue;
      found.set(`${leaf.kind} ${leaf.environment ?? ""} ${leaf.name}`, leaf);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/**
 * The variables that a job has from its pipeline. Gates and their aggregate have none: a search path or an option of
 * node could turn a gate into something else, and a scanner has no use for the team's secrets.
 */
export function inheritedEnv(job: Pick<Job, "role">, pipeline: Pick<Pipeline, "env">): readonly Binding[] {
  return job.role === "gate" || job.role === "aggregate" ? [] : pipeline.env;
}

/** A scope of the engine's token that a job has. */
export interface NeededScope {
  readonly scope: PermissionScope;
  readonly level: "read" | "write";
  /** The action that needs it; absent where the job asks for it itself. */
  readonly action?: string;
  readonly origin: Origin;
}

/**
 * The scopes that a job asks for and those that its actions need, each once, at the higher level.
 * @param target leave out the steps of other targets
 */
export function neededScopes(job: Job, target?: TargetId): readonly NeededScope[] {
  const needed = new Map<PermissionScope, NeededScope>();
  const add = (permissions: Permissions, origin: Origin, action?: string): void => {
    for (const scope of permissionScopes) {
      const level = permissions[scope];
      if (level === undefined || needed.get(scope)?.level === "write" || needed.get(scope)?.level === level) continue;
      needed.set(scope, { scope, level, origin, ...(action === undefined ? {} : { action }) });
    }
  };
  add(job.permissions, job.origin, job.call && calleeName(job.call));
  for (const { step } of stepsOf(job, target)) {
    if ("permissions" in step && step.permissions) add(step.permissions, step.origin, step.action);
  }
  return [...needed.values()];
}

/** The composite actions that a pipeline's jobs run, those inside others included. @param target leave out other targets */
export function actionsOf(pipeline: Pick<Pipeline, "actions" | "jobs">, target?: TargetId): readonly CompositeAction[] {
  const all = pipeline.actions ?? [];
  if (all.length === 0) return all;
  const used = new Set<string>();
  const visit = (steps: readonly PlacedStep[]): void => {
    for (const { step } of steps) {
      if (step.kind !== "composite" || used.has(step.action)) continue;
      used.add(step.action);
      visit(nestedSteps(all.find(({ name }) => name === step.action)?.steps ?? [], "", target));
    }
  };
  for (const job of pipeline.jobs) visit(stepsOf(job, target));
  return all.filter(({ name }) => used.has(name));
}

/** What a call runs, for a sentence. */
function calleeName({ of }: Call): string {
  return of.kind === "pipeline" ? of.pipeline : of.workflow;
}

/** What is known of a job. */
interface Known {
  steps?: readonly PlacedStep[];
  bindings?: readonly Binding[];
  conditions?: readonly PlacedCondition[];
}

const knownJobs = new WeakMap<Job, Known>();

/** Every pass asks the same of every job, which never changes; targets matter only where a step is written for some. */
function remembered<K extends keyof Known>(
  key: K,
  ask: (job: Job, target: TargetId | undefined) => NonNullable<Known[K]>,
): (job: Job, target?: TargetId) => NonNullable<Known[K]> {
  return (job, target) => {
    if (target !== undefined && job.steps.some(isTargeted)) return ask(job, target);
    let known = knownJobs.get(job);
    if (!known) {
      known = {};
      knownJobs.set(job, known);
    }
    const before = known[key];
    if (before) return before;
    const answer = ask(job, undefined);
    known[key] = answer;
    return answer;
  };
}

function isTargeted(step: Step): boolean {
  return step.kind === "per-target" || (step.kind === "parallel" && step.steps.some(isTargeted));
}
