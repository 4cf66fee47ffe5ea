import type { Origin } from "@cicl/diagnostics";
import { type Expression, isInBackground, type Job, mapNodes, type Step } from "@cicl/model";
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
  return steps.map((step, index) => placeStep(step, steps, index, owner));
}

/** Steps inside another one know those before that one; each copy stands for the step that it was made of. */
function placeStep(step: Step, steps: readonly Step[], end: number, owner: string): Step {
  const inside = (list: readonly Step[]): readonly Step[] => list.map((one) => placeStep(one, steps, end, owner));
  const placed = ((): Step => {
    if (step.kind === "parallel") return { ...step, steps: inside(step.steps) };
    if (step.kind !== "per-target")
      return placeControl(placeAmong(steps, end, step, step.origin, owner), step, steps, end, owner);
    const targets = Object.entries(step.targets).map(([target, list]) => [target, inside(list)] as const);
    return { ...step, targets: Object.fromEntries(targets) };
  })();
  if (placed !== step) replaces(placed, originalOf(step));
  return placed;
}

/** Fills in the step of each output of a step inside some data. @param end index behind the last step that may be read */
export function placeAmong<T>(steps: readonly Step[], end: number, data: T, origin: Origin, owner: string): T {
  return mapNodes(data, (node) => {
    if (!isStepOutput(node)) return node;
    const step = placeOf(ownerOf(node), steps, end, { what: describeValue(node), origin, owner });
    const named = steps[step];
    if (named && isInBackground(named) && !isAwaited(step, steps, end)) notAwaited(describeValue(node), origin);
    return { ...node, step };
  });
}

interface Naming {
  readonly what: string;
  readonly origin: Origin;
  readonly owner: string;
}

function placeOf(named: unknown, steps: readonly Step[], end: number, naming: Naming): number {
  const index = steps.indexOf(named as Step);
  if (index < 0) notAmong(naming);
  if (index >= end) furtherDown(naming);
  if (steps.lastIndexOf(named as Step) !== index) standsTwice(naming);
  return index;
}

function placeControl(step: Step, original: Step, steps: readonly Step[], end: number, owner: string): Step {
  const named = awaitedBy(originalOf(original));
  if (named.length === 0) return step;
  const indices = named.map((one) => {
    const index = placeOf(one, steps, end, { what: "The step that is named", origin: step.origin, owner });
    if (!isInBackground(one)) notInBackground(step.origin);
    return index;
  });
  if (step.kind === "cancel") return { ...step, step: indices[0] ?? -1 };
  return step.kind === "wait" ? { ...step, steps: [...new Set(indices)] } : step;
}

/** Whether something before the reader waits for the step. */
function isAwaited(index: number, steps: readonly Step[], end: number): boolean {
  const named = steps[index];
  return steps.slice(index + 1, end).some((step) => {
    if (step.kind !== "wait") return false;
    return step.steps === "all" || awaitedBy(originalOf(step)).some((one) => one === named);
  });
}

function isStepOutput(node: object): node is Extract<Expression, { kind: "step-output" }> {
  return "kind" in node && node.kind === "step-output" && "output" in node;
}

function notAmong({ what, origin, owner }: Naming): never {
  fail(
    "CICL2018",
    {
      what: `${what} belongs to no step in the list of ${owner}.`,
      why: "A step knows those before it in its own list alone; what stands inside perTarget or github.parallel has no name there.",
      fix: "Put the step into the same list, above what uses it.",
    },
    origin,
  );
}

function furtherDown({ what, origin, owner }: Naming): never {
  fail(
    "CICL2018",
    {
      what: `${what} belongs to a step that stands further down in ${owner}.`,
      why: "It hasn't run yet.",
      fix: "Put the step above what uses it.",
    },
    origin,
  );
}

function standsTwice({ what, origin, owner }: Naming): never {
  fail(
    "CICL2018",
    {
      what: `${what} belongs to a step that stands twice in ${owner}.`,
      why: "Nobody could tell which of the two is meant.",
      fix: "Make the step twice, by a function.",
    },
    origin,
  );
}

function notAwaited(what: string, origin: Origin): never {
  fail(
    "CICL2018",
    {
      what: `${what} is read while its step may still run in the background.`,
      why: "A step's outputs are there only when it has ended.",
      fix: "Put github.wait(…) with that step, or github.waitAll(), in front of the reader.",
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
