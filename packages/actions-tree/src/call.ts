import { scalar, type YamlData, type YamlEntry, type YamlScalar } from "@cicl/backend-kit";
import type { Binding, Call, Callee, CallInput, Job } from "@cicl/model";
import { entriesOf, ifOf, needsOf } from "./fields.ts";
import type { Start } from "./job-condition.ts";
import { concurrencyOf, permissionsOf, strategyOf } from "./job-keys.ts";
import { withKeys } from "./native-keys.ts";
import { inside, type Scope, type Spot, traceAt, writtenAt } from "./scope.ts";
import { operandAt, text } from "./value.ts";

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
  for (const output of job.outputs) traceAt(scope, inside(spot, "uses"), "job.output", output.name);
  const fields = {
    name: scope.dialect.jobName(scope.pipeline.name, job.id),
    needs: needsOf(start),
    if: ifOf(start),
    permissions: permissionsOf(job, scope, spot),
    concurrency: concurrencyOf(job, scope, spot),
    strategy: job.matrix && strategyOf(job.matrix, scope, spot),
    uses: workflowOf(call.of, scope),
    with: mapOf(call.inputs, (input, here) => inputOf(input, scope, here), inside(spot, "with")),
    secrets: mapOf(call.secrets, ({ value }, here) => text(value, "call-secret", scope, here), inside(spot, "secrets")),
  };
  const places = { value: "job", condition: "job-condition" } as const;
  return entriesOf(withKeys(fields, job.native, "job.key", places, scope, spot));
}

function mapOf<B extends Binding>(
  bindings: readonly B[],
  lower: (binding: B, spot: Spot) => YamlData,
  spot: Spot,
): YamlData {
  if (bindings.length === 0) return undefined;
  return Object.fromEntries(
    bindings.map((binding) => [binding.name, lower(binding, inside(writtenAt(spot, binding.origin), binding.name))]),
  );
}

/** The engine compares what it is handed with what is declared, and a value is text to it until it is read as JSON. */
function inputOf({ value, type }: CallInput, scope: Scope, spot: Spot): YamlData {
  if (type === "string") return text(value, "call-input", scope, spot);
  if (value.kind === "literal") return type === "number" ? Number(value.value) : value.value === "true";
  // An input of a manual start is empty on every other event.
  const otherwise = type === "number" ? "0" : "false";
  return `\${{ fromJSON(${operandAt(value, "call-input", scope, spot)} || '${otherwise}') }}`;
}

function workflowOf(callee: Callee, { dialect }: Scope): YamlScalar {
  return callee.kind === "pipeline"
    ? scalar(dialect.local(`${dialect.folder}/${callee.pipeline}.yml`))
    : scalar(dialect.uses(callee.workflow, callee.commit));
}
