import type { Origin } from "@cicl/diagnostics";
import { type Expression, type Job, mapNodes, type Step } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { awaitedBy } from "../github/steps.ts";
import { isPlacedLater } from "../steps/placed-later.ts";
import { originalOf, replaces } from "../steps/step.ts";
import { describeValue, ownerOf } from "../values.ts";

/**
 * Says in a job's steps and outputs which step each output of a step, each wait and each stop belongs to: whoever made
 * them couldn't know where the step would stand.
 * @throws CiclError when the step isn't the job's, or doesn't stand before the reader
 */
export function placeStepOutputs(job: Job<"draft">): Job<"draft"> {
  if (!isPlacedLater()) return job;
  const { steps, outputs, ...rest } = job;
  mapNodes(rest, (node) => (isStepOutput(node) ? tooEarly(node, job.origin) : node));
  return {
    ...job,
    steps: placeInSteps(steps, `the job "${job.id}"`),
    outputs: outputs.map((output) => placeAmong(steps, steps.length, output, output.origin, `the job "${job.id}"`)),
  };
}

/** The same among steps alone. @param owner of the steps, for a sentence */
export function placeInSteps(steps: readonly Step[], owner: string): readonly Step[] {
  return steps.map((step, index) => {
    const placed = placeControl(placeAmong(steps, index, step, step.origin, owner), steps, index, owner);
    if (placed !== step) replaces(placed, originalOf(step));
    return placed;
  });
}

/** Fills in the step of each output of a step inside some data. @param end index behind the last step that may be read */
export function placeAmong<T>(steps: readonly Step[], end: number, data: T, origin: Origin, owner: string): T {
  return mapNodes(data, (node) => {
    if (!isStepOutput(node)) return node;
    const step = steps.indexOf(ownerOf(node) as Step);
    if (step < 0 || step >= end) notBefore(describeValue(node), step < 0, origin, owner);
    return { ...node, step };
  });
}

function placeControl(step: Step, steps: readonly Step[], end: number, owner: string): Step {
  const named = awaitedBy(originalOf(steps[end] ?? step));
  if (named.length === 0) return step;
  const indices = named.map((one) => {
    const index = steps.indexOf(one);
    if (index < 0 || index >= end) notBefore("The step that is named", index < 0, step.origin, owner);
    if (!one.native?.some(({ path }) => path[0] === "background")) notInBackground(step.origin);
    return index;
  });
  if (step.kind === "cancel") return { ...step, step: indices[0] ?? -1 };
  return step.kind === "wait" ? { ...step, steps: indices } : step;
}

function isStepOutput(node: object): node is Extract<Expression, { kind: "step-output" }> {
  return "kind" in node && node.kind === "step-output";
}

function notBefore(what: string, foreign: boolean, origin: Origin, owner: string): never {
  fail(
    "CICL2018",
    {
      what: `${what} ${foreign ? `belongs to no step of ${owner}` : "belongs to a step that stands further down"}.`,
      why: "It would be empty in every run.",
      fix: "Put the step into the same list of steps, above what uses it.",
    },
    origin,
  );
}

function notInBackground(origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: "The step that is named doesn't run in the background.",
      why: "It has ended before the next step starts, so there is nothing to wait for or to stop.",
      fix: "Give it the option github: { background: true }.",
    },
    origin,
  );
}

function tooEarly(leaf: Expression, origin: Origin): never {
  fail(
    "CICL2018",
    {
      what: `${describeValue(leaf)} can't be read here.`,
      why: "The job's own keys are decided before its first step runs.",
      fix: "Read it in a later step, or hand it on as an output of the job.",
    },
    origin,
  );
}
