import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "@cicl/core";
import {
  type Binding,
  brand,
  type Edge,
  gateToken,
  type Job,
  type OutputValue,
  type Pipeline,
  type Step,
} from "@cicl/model";
import { bindingOf, jobOf, outputOf, scriptOf } from "../random/build.ts";
import type { BuildResult } from "./executor.ts";

/** The id of the job that tells what all others left behind. */
export const witness = "witness";

/** A step behind a job's first one, which only ends as the run says. */
export type LaterStep = Pick<Step, "runs" | "allowFailure">;

/**
 * Gives the jobs of a random pipeline scripts that end as a run says: they read it from the folder `outcome` of the
 * repository. A last job, which runs always, prints what it can read of every other: its result and its outputs.
 * @param later further steps of ordinary jobs, by the job's index
 */
export function playable(pipeline: Pipeline<"gated">, later: readonly (readonly LaterStep[])[]): Pipeline<"gated"> {
  const jobs = pipeline.jobs.map((job, index) => {
    const others = job.role === "ordinary" ? (later[index] ?? []) : [];
    return { ...job, steps: [firstStep(job), ...others.map((step, at) => laterStep(job, at + 1, step))] };
  });
  const edges: readonly Edge[] = jobs.map(({ id }) => ({ from: id, kind: "explicit" }));
  const last = { ...jobOf(witness, { stage: witness, runs: "always", steps: [witnessStep(jobs)] }), edges };
  return brand<"gated">({
    ...pipeline,
    stages: [...pipeline.stages, { name: witness, origin: pipeline.origin }],
    jobs: [...jobs, { ...last, timeoutMinutes: 5 }],
  });
}

function firstStep(job: Job<"gated">) {
  const lines = [
    `echo "ran ${job.id}/0"`,
    ...(job.outputs.length > 0 ? [`cat outcome/${job.id}/outputs >> "$CICL_OUTPUT"`] : []),
    ...(job.role === "aggregate" ? members(job).map(({ name }) => `[ "\${${name}}" = success ]`) : []),
    ...(job.role === "aggregate" ? members(job).map(({ name }) => `[ -n "\${TOKEN_${name}}" ]`) : []),
    `exit "$(cat outcome/${job.id}/exit-0)"`,
  ];
  const tokens = members(job).map(({ name, job: id }) => bindingOf(`TOKEN_${name}`, outputOf(id, gateToken)));
  const results = members(job).map(({ name, job: id }) => bindingOf(name, { kind: "result", job: id }));
  return scriptOf(lines.join("\n"), { env: job.role === "aggregate" ? [...results, ...tokens] : [] });
}

function laterStep({ id }: Job<"gated">, index: number, step: LaterStep) {
  return scriptOf(`echo "ran ${id}/${index}"\nexit "$(cat outcome/${id}/exit-${index})"`, step);
}

/** The jobs that the aggregate speaks for; in random pipelines these are gates alone. */
function members(job: Job<"gated">): readonly { readonly name: string; readonly job: string }[] {
  return job.edges.map(({ from }) => ({ name: `OF_${from.toUpperCase()}`, job: from }));
}

function witnessStep(jobs: readonly Job<"gated">[]) {
  const seen: readonly (Binding & { readonly label: string })[] = jobs.flatMap(({ id, outputs }, index) => [
    { ...bindingOf(`R${index}`, { kind: "result", job: id }), label: id },
    ...outputs.map(({ name }, at) => ({
      ...bindingOf(`O${index}_${at}`, outputOf(id, name) satisfies OutputValue),
      label: `${id}.${name}`,
    })),
  ]);
  const lines = seen.map(({ name, label }) => `echo "saw ${label}=$${name}"`);
  return scriptOf(lines.join("\n"), { env: seen.map(({ label: _, ...binding }) => binding) });
}

/**
 * Says of a random run which step of each job fails, since Cloud Build has no machines that fail before the first step
 * and no cancellation of a single job. The witness never fails.
 */
export function failingInSteps(run: Run, pipeline: Pipeline): Run {
  const outcomes = pipeline.jobs.flatMap(({ id, steps }) => {
    const { result = "success", outputs = {} } = run.outcomes[id] ?? {};
    if (id === witness) return [];
    const failing = result === "failure" ? 0 : result === "cancelled" ? steps.length - 1 : -1;
    return [[id, { steps: Object.fromEntries(failing < 0 ? [] : [[failing, "failure"]]), outputs }]];
  });
  return { ...run, outcomes: Object.fromEntries(outcomes) };
}

/** Writes the folder that the scripts read. */
export function writeOutcomes(root: string, pipeline: Pipeline<"gated">, { outcomes }: Run): void {
  for (const { id, role, steps } of pipeline.jobs) {
    const folder = join(root, "outcome", id);
    mkdirSync(folder, { recursive: true });
    const { steps: ends, outputs } = outcomes[id] ?? {};
    const passes = role === "gate" && ends?.[0] !== "failure";
    const written = { ...(passes ? { [gateToken]: "1" } : {}), ...outputs };
    writeFileSync(join(folder, "outputs"), lines(Object.entries(written).map(([key, value]) => `${key}=${value}`)));
    for (const index of steps.keys())
      writeFileSync(join(folder, `exit-${index}`), ends?.[index] === "failure" ? "1" : "0");
  }
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");

/** What happened in a build, in the words of its jobs. */
export interface Played {
  /** Steps whose scripts began, as `<job>/<index>`. */
  readonly ran: readonly string[];
  /** By job, as the last one read it. */
  readonly results: Readonly<Record<string, string>>;
  /** By `<job>.<output>`. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Reads the steps' logs. */
export function playedIn({ steps }: BuildResult): Played {
  const log = steps.map(({ output }) => output).join("\n");
  const ran = [...log.matchAll(/^ran (\S+)$/gm)].map(([, step = ""]) => step);
  const seen = [...log.matchAll(/^saw ([^=]+)=(.*)$/gm)].map(([, label = "", value = ""]) => [label, value] as const);
  return {
    ran: ran.toSorted(),
    results: Object.fromEntries(seen.filter(([label]) => !label.includes("."))),
    outputs: Object.fromEntries(seen.filter(([label]) => label.includes("."))),
  };
}
