import { gateToken, type Job, type Step, walkCondition } from "@cicl/model";
import { condition, conditionPart, conjunction } from "./condition.ts";
import { inside, type Scope, type Spot, traceAt } from "./scope.ts";
import { successToken } from "./value.ts";

/** What a job waits for, and when it runs after that. */
export interface Start {
  /** Ids in the pipeline's order. */
  readonly needs: readonly string[];
  /** Without `${{ }}`; absent where the engine's own rule says the same. */
  readonly condition?: string;
}

/**
 * Says in the engine's terms when a job starts.
 *
 * The engine's own rule (all needs succeeded) isn't cicl's: a job may follow one that was skipped, never one behind a
 * failure. So the condition names results. It tests what the job waits for directly, and of all that lies behind only
 * what no need vouches for: an ordinary need that must have succeeded ran, hence nothing behind it had failed.
 */
export function startOf(job: Job<"gated">, scope: Scope, spot: Spot): Start {
  const when = job.when ? [conditionPart(job.when, "job-condition", scope, inside(spot, "if"))] : [];
  if (job.when) traceAt(scope, inside(spot, "if"), "job.when");
  if (job.runs !== "on-success") return startAnyway(job, job.runs, when, scope, spot);
  const edges = scope.graph.edges(job.id);
  if (edges.length === 0) return when.length === 0 ? { needs: [] } : { needs: [], condition: conjunction(when) };
  const tested = unvouched(job.id, scope);
  const needs = scope.graph.sorted([...edges.map((edge) => edge.from), ...tested]);
  return {
    needs,
    condition: conjunction([
      scope.dialect.notCancelled,
      ...notFailed(tested, needs, scope),
      ...edges.flatMap((edge) => {
        if (edge.kind === "order") return [];
        const token = tokenTest(edge.from, edge.kind === "gate", scope, spot);
        return [`needs.${edge.from}.result == 'success'`, ...token];
      }),
      ...when,
    ]),
  };
}

/** What taints a job and no need vouches for; the order of the stages alone leads to it. */
function unvouched(id: string, { graph }: Scope): readonly string[] {
  const edges = graph.edges(id);
  if (edges.every((edge) => edge.kind !== "order")) return [];
  const vouched = new Set<string>();
  for (const { from, kind } of edges) {
    if (kind === "order") continue;
    vouched.add(from);
    if (graph.job(from).runs === "on-success") for (const tainting of graph.tainting(from)) vouched.add(tainting);
  }
  return graph.tainting(id).filter((tainting) => !vouched.has(tainting));
}

/** Of jobs that may have been skipped: none failed, none was cancelled. */
function notFailed(tested: readonly string[], needs: readonly string[], scope: Scope): readonly string[] {
  if (tested.length === 0) return [];
  const bad = ["failure", "cancelled"] as const;
  if (scope.dialect.filtersNeeds && needs.length > 1) {
    return bad.map((result) => `!contains(needs.*.result, '${result}')`);
  }
  return tested.flatMap((id) =>
    isUnskippable(id, scope)
      ? [`needs.${id}.result == 'success'`]
      : bad.map((result) => `needs.${id}.result != '${result}'`),
  );
}

/** Only a failure before it keeps such a job from running, so that it either succeeded or something went wrong. */
function isUnskippable(id: string, scope: Scope): boolean {
  const job = scope.graph.job(id);
  if (job.when || job.runs !== "on-success") return false;
  return job.edges.every(({ from, kind }) => {
    if (kind === "gate" || (kind === "explicit" && scope.graph.job(from).allowFailure)) return false;
    return kind === "order" || isUnskippable(from, scope);
  });
}

function tokenTest(id: string, gate: boolean, scope: Scope, spot: Spot): readonly string[] {
  if (gate) return [`needs.${id}.outputs.${gateToken} != ''`];
  if (!scope.graph.job(id).allowFailure) return [];
  traceAt(scope, inside(spot, "if"), "job.allow-failure.need", id);
  return [`needs.${id}.outputs.${successToken} == 'true'`];
}

/** Jobs that run in any case, or after a failure of anything before them. */
function startAnyway(
  job: Job<"gated">,
  runs: "always" | "on-failure",
  when: readonly Parameters<typeof conjunction>[0][number][],
  scope: Scope,
  spot: Spot,
): Start {
  traceAt(scope, inside(spot, "if"), `job.runs.${runs}`);
  const direct = scope.graph.edges(job.id).map((edge) => edge.from);
  if (runs === "always") return { needs: ordered(direct, scope), condition: conjunction(["always()", ...when]) };
  const needs = scope.graph.ancestors(job.id);
  return { needs, condition: conjunction(["always()", someFailed(needs, scope), ...when]) };
}

/**
 * Whether a job that may not fail has failed, or was cancelled alone: an engine that stops a job whose time is up may say
 * so. What a cancellation of the whole run ends hasn't failed.
 */
function someFailed(needs: readonly string[], { graph, dialect }: Scope): string {
  const fallible = needs.filter((id) => !graph.job(id).allowFailure);
  if (fallible.length === 0) return "false";
  const all = dialect.filtersNeeds && fallible.length > 1 && fallible.length === needs.length;
  const some = (result: string): string =>
    all
      ? `contains(needs.*.result, '${result}')`
      : fallible.map((id) => `needs.${id}.result == '${result}'`).join(" || ");
  const stopped = all || fallible.length === 1 ? some("cancelled") : `(${some("cancelled")})`;
  // An engine that starts nothing after a cancellation can't ask for it.
  return dialect.notCancelled === "always()"
    ? `(${some("failure")} || ${some("cancelled")})`
    : `(${some("failure")} || ${dialect.notCancelled} && ${stopped})`;
}

function ordered(ids: readonly string[], scope: Scope): readonly string[] {
  return scope.pipeline.jobs.map((job) => job.id).filter((id) => ids.includes(id));
}

/** Whether a step may run after a failure; a condition in the engine's own words may hold `always()` or `failure()`. */
export function goesOn({ runs, when }: Pick<Step, "when" | "runs">): boolean {
  if (runs !== "on-success") return true;
  let native = false;
  if (when) {
    walkCondition(when, ({ kind }) => {
      if (kind === "native") native = true;
    });
  }
  return native;
}

/**
 * The condition of a step, without `${{ }}`; absent where the engine's own rule says the same.
 * @param guard id of the step without whose success this one may not run, whatever it says itself
 */
export function stepCondition(
  step: Pick<Step, "when" | "runs">,
  place: "step-condition" | "action-condition",
  scope: Scope,
  spot: Spot,
  guard?: string,
): string | undefined {
  const there = inside(spot, "if");
  if (step.when) traceAt(scope, there, "step.when");
  if (step.runs !== "on-success") traceAt(scope, there, `step.runs.${step.runs}`);
  const status = [
    ...{ "on-success": [], always: ["always()"], "on-failure": ["failure()"] }[step.runs],
    ...(guard !== undefined && goesOn(step) ? [`steps.${guard}.outcome == 'success'`] : []),
  ];
  if (!step.when) return status.length === 0 ? undefined : conjunction(status);
  if (status.length === 0) return condition(step.when, place, scope, there);
  return conjunction([...status, conditionPart(step.when, place, scope, there)]);
}
