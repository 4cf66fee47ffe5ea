import { type LowerContext, type Lowered, map, tracer, type YamlData } from "@cicl/backend-kit";
import type { Diagnostic } from "@cicl/diagnostics";
import { actionsOf, graphOf, type Pipeline } from "@cicl/model";
import { lowerAction } from "./action.ts";
import type { Dialect } from "./dialect.ts";
import { entriesOf } from "./fields.ts";
import { lowerJob } from "./job.ts";
import { withKeys } from "./native-keys.ts";
import { releasedJobs } from "./release.ts";
import type { Scope, Spot } from "./scope.ts";
import { inside, traceAt } from "./scope.ts";
import { strayExpressions } from "./stray-expressions.ts";
import { lowerTriggers } from "./triggers.ts";
import { text } from "./value.ts";

/**
 * Lowers a pipeline to one workflow file.
 * @returns the file with its trace; settings are the backend's own to add
 */
export function lowerWorkflow(
  pipeline: Pipeline<"gated">,
  dialect: Dialect,
  context: Pick<LowerContext<unknown>, "pins">,
): Lowered {
  const path = `${dialect.folder}/${pipeline.name}.yml`;
  const diagnostics: Diagnostic[] = [];
  const scope: Scope = {
    dialect,
    pipeline,
    graph: graphOf(pipeline),
    events: new Set(pipeline.triggers.map((trigger) => trigger.kind)),
    natives: pipeline.triggers.flatMap((trigger) => (trigger.kind === "native" ? [trigger.event] : [])),
    released: releasedJobs(pipeline),
    pins: context.pins,
    unpinned: new Set(),
    tracer: tracer(path),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const spot: Spot = { node: "pipeline", owner: "pipeline", path: [], origin: pipeline.origin };
  const jobs = pipeline.jobs.map((job) => lowerJob(job, scope));
  for (const set of pipeline.required) traceAt(scope, inside(spot, "jobs", "cicl-gate"), "pipeline.required", set.name);
  const fields = {
    name: pipeline.name,
    "run-name": undefined,
    on: lowerTriggers(pipeline.triggers, scope).value,
    permissions: dialect.rootPermissions ? {} : undefined,
    "cache-mode": undefined,
    concurrency: concurrency(pipeline, scope, spot),
    defaults: { run: { shell: "sh" } },
    jobs: map(jobs),
  };
  const places = { value: "run-name", condition: "job-condition" } as const;
  const entries = entriesOf(withKeys(fields, pipeline.native, "pipeline.key", places, scope, spot));
  const actions = actionsOf(pipeline, dialect.target).map((action) => lowerAction(action, scope));
  traceEnvironments(pipeline, scope, spot);
  diagnostics.push(...strayExpressions(pipeline));
  return {
    files: [{ path, tree: map(entries, pipeline.origin) }, ...actions.flatMap((action) => action.files)],
    trace: [...scope.tracer.traces, ...actions.flatMap((action) => action.trace)],
    settings: [],
    diagnostics,
  };
}

function concurrency(pipeline: Pipeline<"gated">, scope: Scope, spot: Spot): YamlData {
  if (!pipeline.concurrency) return scope.dialect.concurrency?.(pipeline.name, scope);
  const here = inside(spot, "concurrency");
  traceAt(scope, here, "pipeline.concurrency");
  return {
    group: text(pipeline.concurrency.group, "workflow-concurrency", scope, inside(here, "group")),
    "cancel-in-progress": pipeline.concurrency.cancelInProgress,
  };
}

/** What an environment asks for stands with the job that deploys to it, or, beyond that, among the settings. */
function traceEnvironments(pipeline: Pipeline<"gated">, scope: Scope, spot: Spot): void {
  for (const environment of pipeline.environments) {
    const job = pipeline.jobs.find((candidate) => candidate.environment === environment.name);
    if (!job) continue;
    const here: Spot = { ...spot, node: `environment:${environment.name}`, path: ["jobs", job.id] };
    const named = scope.dialect.environments ? inside(here, "environment") : here;
    if (environment.approval) {
      traceAt(scope, named, environment.approval.count > 1 ? "environment.approval.several" : "environment.approval");
    }
    if (environment.waitMinutes) traceAt(scope, named, "environment.wait");
    if (environment.branches) traceAt(scope, inside(here, "steps"), "environment.branches");
    if (environment.url) traceAt(scope, scope.dialect.environments ? inside(named, "url") : here, "environment.url");
    traceAt(scope, here, `environment.credentials.${environment.credentials}`);
  }
}
