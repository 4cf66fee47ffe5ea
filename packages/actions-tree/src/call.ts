import { scalar, type YamlEntry, type yaml } from "@cicl/backend-kit";
import { type Call, type Callee, type Job, neededScopes } from "@cicl/model";
import { entriesOf, startFields } from "./fields.ts";
import { concurrencyOf, permissionsOf, strategyOf } from "./job.ts";
import type { Start } from "./job-condition.ts";
import { withKeys } from "./native-keys.ts";
import type { Place } from "./places.ts";
import { inside, type Scope, type Spot, traceAt } from "./scope.ts";
import { text } from "./value.ts";

/** The few keys that a job has which runs another workflow. */
export function callFields(
  job: Job<"gated">,
  call: Call,
  start: Start,
  scope: Scope,
  spot: Spot,
): readonly YamlEntry[] {
  traceAt(scope, inside(spot, "uses"), "job.call");
  if (call.of.kind === "foreign") traceAt(scope, inside(spot, "uses"), "job.call.foreign", call.of.workflow);
  const values = (list: Call["inputs"], place: Place, key: string): Readonly<Record<string, string>> | undefined =>
    list.length === 0
      ? undefined
      : Object.fromEntries(
          list.map(({ name, value, origin }) => [
            name,
            text(value, place, scope, inside({ ...spot, origin }, key, name)),
          ]),
        );
  const needed = neededScopes(job, scope.dialect.target);
  for (const { scope: name } of needed) {
    const feature = name === "id-token" ? "job.permissions.id-token" : "job.permissions";
    traceAt(scope, inside(spot, "permissions", name), feature, name);
  }
  for (const output of job.outputs) traceAt(scope, inside(spot, "uses"), "job.output", output.name);
  const fields = {
    name: scope.dialect.jobName(scope.pipeline.name, job.id),
    ...startFields(start),
    permissions: permissionsOf(job, needed, scope),
    concurrency: concurrencyOf(job, scope, spot),
    strategy: job.matrix && strategyOf(job.matrix, scope, spot),
    uses: workflowOf(call.of, scope),
    with: values(call.inputs, "call-input", "with"),
    secrets: values(call.secrets, "call-secret", "secrets"),
  };
  const places = { value: "job", condition: "job-condition" } as const;
  return entriesOf(withKeys(fields, job.native, "job.key", places, scope, spot));
}

function workflowOf(callee: Callee, { dialect }: Scope): ReturnType<typeof yaml> {
  return callee.kind === "pipeline"
    ? scalar(dialect.local(`${dialect.folder}/${callee.pipeline}.yml`))
    : scalar(dialect.uses(callee.workflow, callee.commit));
}
