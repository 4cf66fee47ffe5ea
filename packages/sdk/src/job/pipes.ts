import { type Job, nestedSteps, type Step, stepsOf } from "@cicl/model";
import { collect, fail } from "../check/fail.ts";
import { hidesFailure } from "../script/sh.ts";
import { actionsOf } from "../steps/composite.ts";

/**
 * Checks that no pipe in a job hides a failure.
 * @param what the kind of job that must show its failures, e.g. `gate`
 * @throws CiclError with every step that hides one
 */
export function checkPipes(job: Job, what: string): void {
  collect(...hidingSteps(job).map((step) => (): void => hidden(step, what)));
}

/** The steps of a job in which a pipe hides a failure, those inside others and inside composite actions included. */
export function hidingSteps(job: Job): readonly Step[] {
  const inActions = actionsOf(job.steps).flatMap(({ steps }) => nestedSteps(steps, ""));
  return [...stepsOf(job), ...inActions].flatMap(({ step }) =>
    step.kind === "script" && hidesFailure(step) ? [step] : [],
  );
}

function hidden(step: Step, what: string): never {
  fail(
    "CICL3004",
    {
      what: `A script of a ${what} holds a pipe.`,
      why: `The failure of a command left of a pipe is invisible, so the ${what} would pass.`,
      fix: "Use sh.bash, which runs with pipefail, or write to a file and read it in the next line.",
    },
    step.origin,
  );
}
