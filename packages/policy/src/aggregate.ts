import {
  aggregateId,
  type Binding,
  type Edge,
  gateToken,
  type Job,
  type Normal,
  type Pipeline,
  type ScriptStep,
} from "@cicl/model";
import { injectedStage } from "./inject.ts";

/**
 * The one job that a branch rule requires: it runs always and fails unless every gate has left its token and every
 * required job has succeeded. A skipped check counts as passed on the engines, so nothing here may be skipped.
 * @param pipeline with its gates
 * @returns the job, or `undefined` where there is nothing to speak for
 */
export function aggregateJob(pipeline: Pipeline<"normalised">): (Job<"draft"> & Normal) | undefined {
  const required = new Set(pipeline.required.flatMap((set) => set.jobs));
  const members = pipeline.jobs.filter((job) => job.role === "gate" || required.has(job.id));
  if (members.length === 0) return undefined;
  const { origin } = pipeline;
  const edges: readonly Edge[] = members.map((job) => ({ from: job.id, kind: "explicit" }));
  const env = members.flatMap((job): readonly Binding[] => [
    { name: variable("RESULT", job), value: { kind: "result", job: job.id }, origin },
    ...(job.role === "gate"
      ? [{ name: variable("TOKEN", job), value: { kind: "output", job: job.id, output: gateToken } as const, origin }]
      : []),
  ]);
  const step: ScriptStep = {
    kind: "script",
    shell: "sh",
    name: "Every gate and every required job has passed",
    text: script(members),
    env,
    origin,
    runs: "on-success",
    allowFailure: false,
  };
  return {
    id: aggregateId,
    origin,
    role: "aggregate",
    stage: injectedStage,
    runner: { os: "linux", arch: "x64", labels: [] },
    services: [],
    checkout: false,
    steps: [step],
    env: [],
    outputs: [],
    needs: members.map((job) => job.id),
    edges,
    runs: "always",
    allowFailure: false,
    permissions: {},
    timeoutMinutes: 5,
    reports: [],
  };
}

function variable(prefix: string, job: Job): string {
  return `${prefix}_${job.id.toUpperCase().replaceAll("-", "_")}`;
}

function script(members: readonly Job[]): string {
  const lines = members.map((job) => {
    const token = job.role === "gate" ? `\${${variable("TOKEN", job)}:-missing}` : "-";
    return `check ${job.id} "\${${variable("RESULT", job)}:-missing}" "${token}"`;
  });
  return [
    "failed=0",
    "check() {",
    '  if [ "$2" = success ] && [ "$3" != missing ]; then',
    '    echo "passed: $1"',
    "  else",
    '    echo "not passed: $1 (result: $2, token: $3)" >&2',
    "    failed=1",
    "  fi",
    "}",
    ...lines,
    'exit "$failed"',
  ].join("\n");
}
