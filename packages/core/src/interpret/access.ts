import { type Job, leaves, type PermissionScope, type Permissions, type Pipeline } from "@cicl/model";
import { valuesOf } from "../normalise/reads.ts";
import type { Event } from "./event.ts";

/**
 * The scopes of a job's token: what it declares, and reading the repository for its working copy. A fork's pull request
 * may only read, and gets no identity.
 */
export function permissionsOf(job: Job, event: Event): Permissions {
  const wanted: Permissions = job.checkout ? { contents: "read", ...job.permissions } : job.permissions;
  if (!isFork(event)) return wanted;
  const scopes = (Object.keys(wanted) as PermissionScope[]).filter((scope) => scope !== "id-token");
  return Object.fromEntries(scopes.map((scope) => [scope, "read"]));
}

/**
 * The secrets that a job reads and is given: those of an environment only when it deploys there and the change is
 * accepted, none at all on a fork's pull request.
 * @returns sorted; `<name>`, or `<environment>/<name>`
 */
export function secretsOf(job: Job, pipeline: Pick<Pipeline, "env">, event: Event): readonly string[] {
  if (isFork(event)) return [];
  const proposed = event.kind === "pull-request" || event.kind === "merge-queue";
  const read = [...pipeline.env.flatMap(({ value }) => leaves(value)), ...valuesOf(job).map(({ value }) => value)];
  const given = read.flatMap((value) => {
    if (value.kind !== "secret") return [];
    if (value.environment === undefined) return [value.name];
    return value.environment === job.environment && !proposed ? [`${value.environment}/${value.name}`] : [];
  });
  return [...new Set(given)].toSorted();
}

function isFork(event: Event): boolean {
  return event.kind === "pull-request" && event.fork;
}
