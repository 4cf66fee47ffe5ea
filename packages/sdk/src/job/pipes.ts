import { type Job, type Step, stepsOf } from "@cicl/model";
import { collect, fail } from "../check/fail.ts";
import { hidesFailure } from "../script/sh.ts";

/**
 * Checks that no pipe in a job hides a failure.
 * @param what the kind of job that must show its failures, e.g. `gate`
 * @throws CiclError with every step that hides one
 */
export function checkPipes(job: Job, what: string): void {
  const check = (step: Step): void => {
    if (step.kind === "script" && hidesFailure(step)) hidden(step, what);
  };
  collect(
    ...stepsOf(job).map(
      ({ step }) =>
        (): void =>
          check(step),
    ),
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
