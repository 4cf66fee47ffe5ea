import { limits } from "./limits.ts";
import { invalid, type Problem, repeated, within } from "./problem.ts";
import type { BuildView } from "./view.ts";

/** Checks the steps' ids, and that each step says which earlier ones it waits for. */
export function checkOrder({ steps }: BuildView): readonly Problem[] {
  const ids = steps.map((step) => step.id ?? "");
  const first = new Map<string, number>();
  for (const [index, id] of ids.entries()) if (!first.has(id)) first.set(id, index);
  const isEarlier = (id: string, index: number): boolean => id !== "" && (first.get(id) ?? index) < index;
  return [
    ...(steps.length > 0 ? [] : [noSteps()]),
    ...within(["steps"], "The build has", [steps.length, "steps"], limits.steps),
    ...repeated(ids).flatMap(([index, id]) => (id === "" ? [] : [twice(index, id)])),
    ...steps.flatMap(({ id, waitFor }, index) => [
      ...(id === undefined || id === "" || id === "-" ? [nameless(index)] : []),
      ...checkWaits(index, waitFor ?? [], isEarlier),
    ]),
  ];
}

function checkWaits(
  index: number,
  waitFor: readonly string[],
  isEarlier: (id: string, index: number) => boolean,
): readonly Problem[] {
  if (waitFor.length === 0) return [unordered(index)];
  const fromStart = waitFor.includes("-");
  if (fromStart && waitFor.length > 1) return [mixed(index)];
  if (fromStart) return [];
  return waitFor.flatMap((id, at) => (isEarlier(id, index) ? [] : [notEarlier(index, at, id)]));
}

function noSteps(): Problem {
  return invalid(["steps"], {
    what: "The build has no step.",
    why: "Cloud Build refuses a build that does nothing.",
    fix: "Add a step.",
  });
}

function twice(index: number, id: string): Problem {
  return invalid(["steps", index, "id"], {
    what: `Two steps have the id "${id}".`,
    why: "A step that waits for it could mean either.",
    fix: "Give each step an id of its own.",
  });
}

function nameless(index: number): Problem {
  return invalid(["steps", index, "id"], {
    what: `Step ${index} has no id.`,
    why: "No other step can wait for it.",
    fix: 'Give it an id other than "-".',
  });
}

function unordered(index: number): Problem {
  return invalid(["steps", index, "waitFor"], {
    what: `Step ${index} doesn't say what it waits for.`,
    why: "It would wait for every step above it, and change its place whenever one is added.",
    fix: 'List the ids that it waits for, or "-" alone for none.',
  });
}

function mixed(index: number): Problem {
  return invalid(["steps", index, "waitFor"], {
    what: `Step ${index} waits for nothing ("-") and for other steps at once.`,
    why: 'Cloud Build ignores "-" beside other ids.',
    fix: 'Remove "-" or the others.',
  });
}

function notEarlier(index: number, at: number, id: string): Problem {
  return invalid(["steps", index, "waitFor", at], {
    what: `Step ${index} waits for "${id}", which no step above it has as its id.`,
    why: "Cloud Build refuses a reference to a step that isn't defined yet.",
    fix: "Put the step below the one that it waits for.",
  });
}
