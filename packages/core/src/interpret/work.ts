import { gateToken, isGuarded, legsOf, type MatrixLeg, type Step } from "@cicl/model";
import { evaluate } from "./evaluate.ts";
import { type RunFacts, textOf } from "./facts.ts";
import { imageModeOn } from "./image-mode.ts";
import type { InterpretableJob, JobOutcome, JobRun, Run, StepRun } from "./run.ts";

/** What a job that runs leaves behind. */
export type Work = Pick<JobRun, "result" | "why" | "outputs" | "steps" | "image">;

/**
 * Runs a job's steps, in a matrix those of each leg.
 * @param factsOfLeg what the conditions of the steps know
 */
export function workOf(job: InterpretableJob, run: Run, factsOfLeg: (leg: MatrixLeg) => RunFacts): Work {
  const outcome = run.outcomes[job.id] ?? {};
  const legs = job.matrix ? legsOf(job.matrix) : [undefined];
  const steps = legs.flatMap((leg) =>
    runSteps(job.steps, outcome, factsOfLeg(leg ?? {})).map((step) => (leg ? { ...step, leg } : step)),
  );
  const failed = steps.find((step) => step.result === "failure" && !job.steps[step.index]?.allowFailure);
  const result = outcome.result ?? (failed ? "failure" : "success");
  const image = job.role === "image" ? { image: imageModeOn(run.event.kind) } : {};
  return {
    result,
    why: reason(outcome, failed),
    outputs: outputsOf(job, run, steps, result === "success", factsOfLeg({})),
    steps,
    ...image,
  };
}

function reason({ result }: JobOutcome, failed: StepRun | undefined): string {
  if (result === "cancelled") return "It was cancelled.";
  if (result === "failure") return "It failed before its first step.";
  return failed && result === undefined ? `Its step ${failed.index + 1} failed.` : "All that it had to do succeeded.";
}

function runSteps(steps: readonly Step[], outcome: JobOutcome, facts: RunFacts): readonly StepRun[] {
  if (outcome.result === "failure" || outcome.result === "cancelled") {
    return steps.map((_, index) => ({ index, result: "skipped" }));
  }
  let failed = false;
  let stopped = false;
  return steps.map((step, index): StepRun => {
    if (stopped) return { index, result: "skipped" };
    const due = step.runs === "always" || (step.runs === "on-failure") === failed;
    if (!due || (step.when && evaluate(step.when, facts) !== true)) return { index, result: "skipped" };
    const result = (outcome.result ? undefined : outcome.steps?.[index]) ?? "success";
    if (result === "failure" && !step.allowFailure) failed = true;
    if (result === "failure" && index === 0 && isGuarded(steps)) stopped = true;
    return { index, result };
  });
}

/** A step that ran, even one that failed, has written its outputs; a job's value outputs are known anyway. */
function outputsOf(
  job: InterpretableJob,
  run: Run,
  steps: readonly StepRun[],
  succeeded: boolean,
  facts: RunFacts,
): Readonly<Record<string, string>> {
  const written = { ...(succeeded ? ownOutputs(job, run) : {}), ...run.outcomes[job.id]?.outputs };
  const entries = job.outputs.map((output) => {
    if (output.kind === "call") return [output.name, succeeded ? (written[output.name] ?? "") : ""];
    if (output.kind === "value") return [output.name, textOf(output.value, facts) ?? ""];
    const ran = steps.some((step) => step.index === output.step && step.result !== "skipped");
    const unpushed = job.role === "image" && output.name === "digest" && imageModeOn(run.event.kind) === "build";
    return [output.name, ran && !unpushed ? (written[output.name] ?? "") : ""];
  });
  return Object.fromEntries(entries);
}

/** What a gate or image job writes by itself when it succeeds: the token, here a fixed time, or the commit's digest. */
function ownOutputs(job: InterpretableJob, { event }: Run): Readonly<Record<string, string>> {
  if (job.role === "gate") return { [gateToken]: "1" };
  if (job.role !== "image") return {};
  const digits = event.commit.toLowerCase().replace(/[^0-9a-f]/g, "0");
  return { digest: `sha256:${digits.padEnd(64, "0").slice(0, 64)}` };
}
