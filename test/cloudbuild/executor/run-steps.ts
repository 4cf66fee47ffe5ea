import { type BuildStep, millisecondsOf } from "./build-file.ts";
import type { End, Running } from "./step.ts";

/** How the steps of a build are run. */
export interface Schedule {
  /** How many steps run at a time; 1 unless stated. */
  readonly concurrency?: number;
  /** Which of several steps that could start goes first: the one that is listed first, or last. */
  readonly prefer?: "first" | "last";
  /** Of the whole build, as a duration. */
  readonly timeout?: string;
}

/** `QUEUED`: never started. An allowed failure is still a `FAILURE`. */
export type StepStatus = "SUCCESS" | "FAILURE" | "TIMEOUT" | "CANCELLED" | "QUEUED";

export interface StepResult {
  /** The id, or the index where a step has none. */
  readonly id: string;
  readonly status: StepStatus;
  readonly exitCode?: number;
  readonly output: string;
}

export interface BuildResult {
  readonly status: "SUCCESS" | "FAILURE" | "TIMEOUT";
  readonly steps: readonly StepResult[];
  /** Starts and ends in the order in which they happened. */
  readonly events: readonly (readonly ["start" | "end", string])[];
}

/** A build may take an hour unless it says otherwise. */
const usualTimeout = "3600s";

/**
 * Runs steps in a legal order.
 * @param waits for each step the earlier ones that must have ended, by index
 * @param run starts one step
 */
export async function runSteps(
  steps: readonly BuildStep[],
  waits: readonly (readonly number[])[],
  run: (step: BuildStep, index: number) => Running,
  schedule: Schedule,
): Promise<BuildResult> {
  const events: (readonly ["start" | "end", string])[] = [];
  const results = new Map<number, StepResult>();
  const running = new Map<number, Running>();
  let status: BuildResult["status"] = "SUCCESS";
  const stop = (why: "FAILURE" | "TIMEOUT"): void => {
    if (status === "SUCCESS") status = why;
    for (const process of running.values()) process.kill();
  };
  const idOf = (index: number): string => steps[index]?.id ?? String(index);
  const timer = setTimeout(() => stop("TIMEOUT"), millisecondsOf(schedule.timeout ?? usualTimeout));

  const runOne = async (step: BuildStep, index: number): Promise<void> => {
    events.push(["start", idOf(index)]);
    const process = run(step, index);
    running.set(index, process);
    const result = resultOf(idOf(index), await process.ended);
    running.delete(index);
    results.set(index, result);
    events.push(["end", idOf(index)]);
    if (result.status !== "SUCCESS" && !isAllowed(step, result))
      stop(result.status === "TIMEOUT" ? "TIMEOUT" : "FAILURE");
  };

  const started = new Set<number>();
  const pending = new Set<Promise<void>>();
  for (;;) {
    const ready = [...steps.keys()].filter(
      (index) => !started.has(index) && waits[index]?.every((earlier) => results.has(earlier)),
    );
    const next = schedule.prefer === "last" ? ready.at(-1) : ready[0];
    const step = next === undefined ? undefined : steps[next];
    if (status === "SUCCESS" && next !== undefined && step && pending.size < (schedule.concurrency ?? 1)) {
      started.add(next);
      const one: Promise<void> = runOne(step, next).finally(() => pending.delete(one));
      pending.add(one);
    } else if (pending.size > 0) await Promise.race(pending);
    else break;
  }
  clearTimeout(timer);
  const queued = (index: number): StepResult => ({ id: idOf(index), status: "QUEUED", output: "" });
  return { status, steps: steps.map((_, index) => results.get(index) ?? queued(index)), events };
}

function resultOf(id: string, end: End): StepResult {
  if (end.kind !== "exited")
    return { id, status: end.kind === "timeout" ? "TIMEOUT" : "CANCELLED", output: end.output };
  return { id, status: end.code === 0 ? "SUCCESS" : "FAILURE", exitCode: end.code, output: end.output };
}

/** A list of exit codes has precedence over the flag. */
function isAllowed(step: BuildStep, { status, exitCode }: StepResult): boolean {
  if (status !== "FAILURE" || exitCode === undefined) return false;
  const codes = step.allowExitCodes ?? [];
  return codes.length > 0 ? codes.includes(exitCode) : step.allowFailure === true;
}
