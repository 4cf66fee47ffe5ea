import type { Job } from "@cicl/model";
import { type Scope, traceNext } from "./scope.ts";

/** Records that the features of a job as a whole went to its first step, which is made next. */
export function traceJob(job: Job<"gated">, scope: Scope): void {
  const node = `job:${job.id}`;
  const add = (feature: Parameters<typeof traceNext>[2], detail?: string): void =>
    traceNext(scope, node, feature, detail);
  add("job.runner");
  if (job.runner.labels.length > 0) add("job.runner.labels");
  if (job.container) add("job.container");
  if (job.checkout) {
    add("job.checkout");
    if (job.checkout.depth !== 1) add("job.checkout.depth");
  }
  for (const edge of job.edges) {
    add(`job.edge.${edge.kind}`, edge.from);
    if (edge.kind === "explicit" && scope.graph.job(edge.from).allowFailure) add("job.allow-failure.need", edge.from);
  }
  if (job.when) add("job.when");
  if (job.runs !== "on-success") add(`job.runs.${job.runs}`);
  add("job.timeout");
  if (job.role === "gate") add("job.gate");
  if (job.role === "aggregate") add("job.aggregate");
  if (job.environment !== undefined) add("job.deploy", job.environment);
  if (job.subject) add("job.deploy.subject");
  const environment = scope.pipeline.environments.find((candidate) => candidate.name === job.environment);
  if (!environment) return;
  const there = `environment:${environment.name}`;
  traceNext(scope, there, `environment.credentials.${environment.credentials}`);
  if (environment.branches) traceNext(scope, there, "environment.branches");
}
