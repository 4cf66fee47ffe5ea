import type { Origin } from "@cicl/diagnostics";
import { type Condition, walkCondition } from "./condition.ts";
import { type Expression, leaves } from "./expression.ts";
import type { Feature } from "./features.ts";
import { globPrefix, isExact } from "./glob.ts";
import type { Job } from "./job.ts";
import { nativeValues, valueConditions } from "./native-expression.ts";
import { keyDetail, type NativeKey } from "./native-key.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Step, TargetId } from "./step.ts";
import {
  actionsOf,
  inheritedEnv,
  jobBindings,
  jobConditions,
  keyBindings,
  neededScopes,
  nestedSteps,
  stepBindings,
  stepsOf,
} from "./walk.ts";

/** One use of a feature. `node` is `pipeline`, `job:<id>`, `step:<job>/<index>`, `environment:<name>` … */
export interface FeatureUse {
  readonly feature: Feature;
  readonly node: string;
  readonly origin: Origin;
  /** What distinguishes several uses at one node: a service's name, an edge's source … */
  readonly detail?: string | undefined;
  /** The only targets that it is written for. */
  readonly targets?: readonly TargetId[] | undefined;
}

/**
 * Lists every feature that a pipeline uses, each with its place.
 * @param pipeline of any phase; edges are listed from the phase `normalised` on
 * @param target leave out the steps of other targets
 */
export function featureUses(pipeline: Pipeline, target?: TargetId): readonly FeatureUse[] {
  const uses: FeatureUse[] = [];
  const add: Add = (feature, node, origin, detail, targets) => {
    uses.push({ feature, node, origin, detail, targets });
  };
  for (const trigger of pipeline.triggers) {
    const use = (feature: Feature, detail?: string): void => add(feature, "pipeline", trigger.origin, detail);
    if (trigger.kind === "native") {
      add("trigger.native", "pipeline", trigger.origin, trigger.event, [trigger.target]);
      continue;
    }
    use(`trigger.${trigger.kind}`);
    if ("native" in trigger && trigger.native) addKeys("trigger.key", "pipeline", trigger.native, add, trigger.kind);
    if ("paths" in trigger && trigger.paths) use(`trigger.${trigger.kind}.paths`);
    if (trigger.kind === "pull-request" && trigger.activities) use("trigger.pull-request.activities");
    if (trigger.kind === "schedule" && trigger.zone) use("trigger.schedule.zone");
    if (trigger.kind === "manual" && Object.keys(trigger.inputs).length > 0) use("trigger.manual.inputs");
    if (trigger.kind === "manual" && Object.values(trigger.inputs).some((input) => input.type === "environment")) {
      use("trigger.manual.inputs.environment");
    }
    if (trigger.kind === "call") for (const output of trigger.outputs) use("trigger.call.outputs", output.name);
  }
  addKeys("pipeline.key", "pipeline", pipeline.native ?? [], add);
  for (const { value, origin } of keyBindings(pipeline.native)) {
    addValues(value, "pipeline", origin, add);
    for (const condition of valueConditions(value)) addCondition(condition, "pipeline", origin, add);
  }
  for (const action of actionsOf(pipeline, target)) {
    const node = `action:${action.name}`;
    for (const { step, id } of nestedSteps(action.steps, node)) {
      addStep(step, id, add);
      if (step.when) addCondition(step.when, node, step.origin, add);
      for (const { value, origin } of stepBindings(step)) {
        addValues(value, node, origin, add);
        for (const condition of valueConditions(value)) addCondition(condition, node, origin, add);
      }
    }
  }
  const inherited = pipeline.jobs.some((job) => inheritedEnv(job, pipeline).length > 0) ? pipeline.env : [];
  for (const binding of inherited) {
    add("pipeline.env", "pipeline", binding.origin, binding.name);
    addValues(binding.value, "pipeline", binding.origin, add);
  }
  if (pipeline.concurrency) {
    add("pipeline.concurrency", "pipeline", pipeline.origin);
    addValues(pipeline.concurrency.group, "pipeline", pipeline.origin, add);
  }
  for (const set of pipeline.required) add("pipeline.required", "pipeline", set.origin, set.name);
  const fallible = new Set(pipeline.jobs.filter((job) => job.allowFailure).map((job) => job.id));
  for (const job of pipeline.jobs) {
    addJob(job, target, add);
    if (!("edges" in job) || job.runs !== "on-success") continue;
    for (const edge of job.edges) {
      if (edge.kind === "explicit" && fallible.has(edge.from)) {
        add("job.allow-failure.need", `job:${job.id}`, job.origin, edge.from);
      }
    }
  }
  const deployed = new Set(pipeline.jobs.flatMap((job) => job.environment ?? []));
  for (const environment of pipeline.environments) {
    if (!deployed.has(environment.name)) continue;
    const use = (feature: Feature): void => add(feature, `environment:${environment.name}`, environment.origin);
    if (environment.approval) {
      use(environment.approval.count > 1 ? "environment.approval.several" : "environment.approval");
    }
    if (environment.waitMinutes) use("environment.wait");
    if (environment.window) use("environment.window");
    if (environment.branches) use("environment.branches");
    if (environment.url) use("environment.url");
    use(`environment.credentials.${environment.credentials}`);
  }
  return uses;
}

type Add = (feature: Feature, node: string, origin: Origin, detail?: string, targets?: readonly TargetId[]) => void;

function addKeys(feature: Feature, node: string, keys: readonly NativeKey[], add: Add, owner = ""): void {
  for (const key of keys) add(feature, node, key.origin, keyDetail(key, owner), [key.target]);
}

function addJob(job: Job, target: TargetId | undefined, add: Add): void {
  const node = `job:${job.id}`;
  const use = (feature: Feature, detail?: string, origin: Origin = job.origin): void =>
    add(feature, node, origin, detail);
  // Machine and timeout are those of the pipeline that is called.
  if (!job.call) use("job.runner");
  if (job.runner.labels.length > 0) use("job.runner.labels");
  if (job.container) use("job.container");
  if (job.container?.credentials) use("job.container.credentials");
  for (const service of job.services) {
    use("job.service", service.name, service.origin);
    if (service.health) use("job.service.health", service.name, service.origin);
  }
  if (job.checkout) {
    use("job.checkout");
    if (job.checkout.depth !== 1) use("job.checkout.depth");
    if (job.checkout.submodules) use("job.checkout.submodules");
    if (job.checkout.lfs) use("job.checkout.lfs");
  }
  for (const binding of job.env) use("job.env", binding.name, binding.origin);
  for (const output of job.outputs) use("job.output", output.name, output.origin);
  if ("edges" in job) for (const edge of job.edges) use(`job.edge.${edge.kind}`, edge.from);
  if (job.when) use("job.when");
  if (job.runs !== "on-success") use(`job.runs.${job.runs}`);
  if (job.allowFailure) use("job.allow-failure");
  if (job.matrix) {
    use("job.matrix", undefined, job.matrix.origin);
    if (job.matrix.failFast) use("job.matrix.fail-fast", undefined, job.matrix.origin);
    if (job.matrix.maxParallel) use("job.matrix.max-parallel", undefined, job.matrix.origin);
  }
  for (const { scope, origin } of neededScopes(job, target)) {
    use(scope === "id-token" ? "job.permissions.id-token" : "job.permissions", scope, origin);
  }
  if (job.concurrency) use("job.concurrency");
  if (job.timeoutMinutes !== undefined && !job.call) use("job.timeout");
  if (job.retry) use("job.retry");
  for (const report of job.reports) {
    use("job.report", report.kind, report.origin);
    if (report.minimum !== undefined) use("job.report.coverage-minimum", report.kind, report.origin);
  }
  if (job.call) use("job.call");
  if (job.call?.of.kind === "foreign") {
    add("job.call.foreign", node, job.origin, job.call.of.workflow, [job.call.of.target]);
  }
  addKeys("job.key", node, job.native ?? [], add);
  if (job.role === "gate") use("job.gate");
  if (job.role === "aggregate") use("job.aggregate");
  if (job.environment !== undefined) use("job.deploy", job.environment);
  if (job.subject) use("job.deploy.subject");
  for (const { value, origin } of jobBindings(job, target)) addValues(value, node, origin, add);
  for (const { condition, origin } of jobConditions(job, target)) addCondition(condition, node, origin, add);
  for (const { step, id } of stepsOf(job, target)) addStep(step, id, add);
}

function addStep(step: Step, node: string, add: Add): void {
  const use = (feature: Feature): void => add(feature, node, step.origin);
  if (step.kind === "script") {
    use(`step.script.${step.shell}`);
    if (step.directory !== undefined) use("step.script.directory");
  } else if (step.kind === "native") add("step.native", node, step.origin, step.target, [step.target]);
  else if (step.kind === "per-target") {
    const targets = Object.keys(step.targets);
    add("step.per-target", node, step.origin, targets.join(" "), targets);
  } else use(`step.${step.kind}`);
  addKeys("step.key", node, step.native ?? [], add);
  if (step.kind === "upload" && step.retentionDays !== undefined) use("step.upload.retention");
  if (step.kind === "image" && step.login) use("step.image.login");
  if (step.when) use("step.when");
  if (step.runs !== "on-success") use(`step.runs.${step.runs}`);
  if (step.allowFailure) use("step.allow-failure");
  if (step.timeoutMinutes !== undefined) use("step.timeout");
}

function addValues(value: Expression, node: string, origin: Origin, add: Add): void {
  if (value.kind === "template") add("value.template", node, origin);
  for (const leaf of leaves(value)) {
    if (leaf.kind === "literal") continue;
    if (leaf.kind === "native") {
      add("value.native", node, origin, undefined, [leaf.target]);
      continue;
    }
    const scoped = (leaf.kind === "secret" || leaf.kind === "variable") && leaf.environment !== undefined;
    if (scoped) add(leaf.kind === "secret" ? "value.secret.environment" : "value.variable.environment", node, origin);
    else add(`value.${leaf.kind}`, node, origin);
  }
}

function addCondition(condition: Condition, node: string, origin: Origin, add: Add): void {
  walkCondition(condition, (part) => {
    if (part.kind === "and" || part.kind === "or" || part.kind === "not") return;
    if (part.kind === "branch" || part.kind === "tag") {
      const exact = isExact(part.pattern);
      const suffix = exact ? "" : globPrefix(part.pattern) === undefined ? ".glob" : ".prefix";
      add(`condition.${part.kind}${suffix}`, node, origin, part.pattern);
    } else if (part.kind === "native" || part.kind === "native-event") {
      add(`condition.${part.kind}`, node, origin, undefined, [part.target]);
    } else add(`condition.${part.kind}`, node, origin);
    if (part.kind === "equals") addValues(part.value, node, origin, add);
    if (part.kind === "native") for (const value of nativeValues(part.tree)) addValues(value, node, origin, add);
  });
}
