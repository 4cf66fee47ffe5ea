import { folderOfJob, map, sequence, type YamlData, type YamlEntry, yaml } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import { type Feature, inheritedEnv, isInBackground, type Job, nestedSteps } from "@cicl/model";
import { bindingsOf } from "./bindings.ts";
import { callFields } from "./call.ts";
import { containerOf, servicesOf } from "./containers.ts";
import { entriesOf, ifOf, needsOf } from "./fields.ts";
import { startOf } from "./job-condition.ts";
import { concurrencyOf, lateStrategy, permissionsOf, strategyOf } from "./job-keys.ts";
import { withKeys } from "./native-keys.ts";
import { inside, type Scope, type Spot, traceAt, traceInside, writtenAt } from "./scope.ts";
import { stepId } from "./step-id.ts";
import { lowerReport } from "./steps/artifact.ts";
import { lowerCheckout } from "./steps/checkout.ts";
import { lowerCoverageMinimum } from "./steps/coverage.ts";
import { emit } from "./steps/emit.ts";
import { digestExpression } from "./steps/image.ts";
import { lowerStep, stepsSpot } from "./steps/index.ts";
import { namedSteps } from "./steps/named.ts";
import type { StepScope } from "./steps/step.ts";
import { successToken, text } from "./value.ts";

/** Lowers a job to its entry under `jobs`, traced. */
export function lowerJob(job: Job<"gated">, scope: Scope): YamlEntry {
  const spot: Spot = { node: `job:${job.id}`, owner: `job:${job.id}`, path: ["jobs", job.id], origin: job.origin };
  const trace = (feature: Feature, path: readonly (string | number)[], detail?: string): void =>
    traceInside(scope, spot, feature, path, detail);
  const start = startOf(job, scope, spot);
  const positions = new Map(start.needs.map((id, index) => [id, index]));
  for (const { kind, from } of job.edges) trace(`job.edge.${kind}`, ["needs", positions.get(from) ?? -1], from);
  if (job.call) return { key: job.id, value: map(callFields(job, job.call, start, scope, spot), job.origin) };
  trace("job.runner", ["runs-on"]);
  if (job.runner.labels.length > 0) trace("job.runner.labels", ["runs-on"]);
  if (job.timeoutMinutes !== undefined) trace("job.timeout", ["timeout-minutes"]);
  if (job.allowFailure) trace("job.allow-failure", ["continue-on-error"]);
  if (job.role === "gate") trace("job.gate", []);
  if (job.role === "aggregate") trace("job.aggregate", []);
  refuseTwoMachines(job, scope);
  const steps = lowerSteps(job, scope, spot);
  if (job.environment !== undefined)
    trace("job.deploy", scope.dialect.environments ? ["environment"] : [], job.environment);
  if (job.subject) trace("job.deploy.subject", ["env", "CICL_SUBJECT"]);
  const comment = job.gate?.injected && gateComment(job.gate.injected);
  const fields = {
    name: scope.dialect.jobName(scope.pipeline.name, job.id),
    needs: needsOf(start),
    if: ifOf(start),
    "runs-on": scope.dialect.runsOn(job.runner),
    snapshot: undefined,
    permissions: permissionsOf(job, scope, spot),
    "cache-mode": undefined,
    environment: environmentOf(job, scope),
    concurrency: concurrencyOf(job, scope, spot),
    "timeout-minutes": job.timeoutMinutes,
    "cancel-timeout-minutes": undefined,
    "continue-on-error": job.allowFailure ? true : undefined,
    strategy: job.matrix ? strategyOf(job.matrix, scope, spot) : lateStrategy(job, scope),
    container: job.container && containerOf(job.container, scope, spot),
    services: servicesOf(job, scope, spot),
    env: environmentVariables(job, scope, spot),
    outputs: outputsOf(job, scope, spot),
    steps: sequence(steps),
  };
  const places = { value: "job", condition: "snapshot-condition" } as const;
  const entries = entriesOf(withKeys(fields, job.native, "job.key", places, scope, spot));
  return { key: job.id, value: map(entries, job.origin), ...(comment ? { comment } : {}) };
}

/** A group of runners takes the place of the machine, labels and all. */
function refuseTwoMachines({ native, runner, origin }: Job, { dialect, report }: Scope): void {
  if (runner.labels.length === 0 || !native?.some(({ path }) => path[0] === "runs-on")) return;
  report(
    error(
      "CICL5001",
      {
        what: `The job names the labels ${runner.labels.join(", ")} and a group of runners.`,
        why: "The group would take the place of the labels.",
        fix: "Name the labels beside the group, and leave them out of the runner.",
      },
      { origin, target: dialect.target },
    ),
  );
}

function gateComment(reason: {
  readonly rule: string;
  readonly layer: string;
  readonly because: readonly string[];
}): readonly string[] {
  return [`Required by ${reason.layer}, rule ${reason.rule}.`, ...reason.because.map((fact) => `Because ${fact}`)];
}

function lowerSteps(job: Job<"gated">, scope: Scope, spot: Spot): StepScope["steps"] {
  const stepScope: StepScope = {
    job,
    // A gate looks at the whole repository, wherever the pipeline that it guards is declared.
    folder: folderOfJob(job, scope.pipeline),
    steps: [],
    mayCache: !scope.released.has(job.id),
    place: "step",
    named: namedSteps(job),
    ...scope,
  };
  const here = inside(spot, "steps");
  if (job.checkout) lowerCheckout(job.checkout, stepScope, here);
  for (const [index, step] of job.steps.entries())
    lowerStep(step, { index, ...stepScope }, stepsSpot(job, index, step));
  for (const report of job.reports) {
    if (report.minimum !== undefined) lowerCoverageMinimum(report, report.minimum, stepScope, here);
  }
  for (const report of job.reports) lowerReport(report, stepScope, here);
  if (needsSuccessToken(job, scope)) {
    if (job.matrix) refuseMatrixToken(job, scope);
    // What fails in the background shows where it is waited for.
    if (nestedSteps(job.steps, "").some(({ step }) => isInBackground(step)))
      stepScope.steps.push(map([{ key: "wait-all", value: yaml(true) }], job.origin));
    const run = `echo ${successToken}=true >> "$GITHUB_OUTPUT"`;
    emit({ name: "Say that the job succeeded", id: successToken, run }, stepScope, here);
  }
  return stepScope.steps;
}

/** A job that may fail reads as succeeded to the engine; whoever needs it by name asks for this token. */
function needsSuccessToken(job: Job, scope: Scope): boolean {
  const asks = (other: Job<"gated">): boolean =>
    other.edges.some((edge) => edge.from === job.id && edge.kind === "explicit");
  return job.allowFailure && scope.pipeline.jobs.some(asks);
}

/** The legs of a matrix overwrite each other's outputs, so a token would speak for the last one alone. */
function refuseMatrixToken(job: Job, scope: Scope): void {
  scope.report(
    error(
      "CICL5001",
      {
        what: `The matrix "${job.id}" may fail, and other jobs need it by name.`,
        why: `${scope.dialect.title} can't say whether every leg of such a matrix really succeeded.`,
        fix: "Leave out allowFailure, or let the order of the stages be the only thing that holds the others back.",
      },
      { origin: job.origin, target: scope.dialect.target },
    ),
  );
}

function environmentOf(job: Job, scope: Scope): YamlData {
  if (job.environment === undefined || !scope.dialect.environments) return undefined;
  const environment = scope.pipeline.environments.find((candidate) => candidate.name === job.environment);
  return { name: job.environment, url: environment?.url };
}

/** The variables of the pipeline and of the job; the job's own win. */
function environmentVariables(job: Job, scope: Scope, spot: Spot): YamlData {
  const here = inside(spot, "env");
  const shared = inheritedEnv(job, scope.pipeline);
  const inherited = bindingsOf(shared, "workflow-env", "pipeline.env", scope, {
    ...here,
    node: "pipeline",
    owner: "pipeline",
  });
  const own = bindingsOf(job.env, "job-env", "job.env", scope, here);
  return inherited === undefined ? own : { ...inherited, ...own };
}

function outputsOf(job: Job<"gated">, scope: Scope, spot: Spot): YamlData {
  const outputs = job.outputs.map((output): readonly [string, string] => {
    const here = inside(writtenAt(spot, output.origin), "outputs", output.name);
    traceAt(scope, here, "job.output", output.name);
    if (output.kind === "call") throw new RangeError("A job that calls a pipeline has no outputs of its own.");
    if (output.kind === "value") return [output.name, text(output.value, "job-output", scope, here)];
    if (job.steps[output.step]?.kind !== "image")
      return [output.name, `\${{ steps.${stepId(output.step)}.outputs.${output.name} }}`];
    return [output.name, `\${{ ${digestExpression(scope.events)} }}`];
  });
  if (needsSuccessToken(job, scope))
    outputs.push([successToken, `\${{ steps.${successToken}.outputs.${successToken} }}`]);
  return outputs.length === 0 ? undefined : Object.fromEntries(outputs);
}
