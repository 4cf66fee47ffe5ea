import type { Step as StepNode } from "@cicl/model";
import { list, record, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { strictRecord } from "../strict-record.ts";
import { type Target, target, unknownTarget } from "../target.ts";
import { type NativeOptions, nativeContent } from "./native-content.ts";
import { makeStep, type Step, type StepScope, step } from "./step.ts";

type Native = { readonly [T in Target]: (content: NativeOptions) => Step };

const makers: Native = {
  github: (content) => make("github", content),
  gitea: (content) => make("gitea", content),
  cloudbuild: (content) => make("cloudbuild", content),
};

/** A step in one target's own words, copied as it is and refused on every other target. */
export const native = strictRecord(makers, unknownTarget);

type Steps = readonly Step<string>[];

/** Steps by target. */
export type TargetSteps = { readonly [T in Target]?: Steps };

/**
 * Different steps for different targets; refused on a target that isn't named.
 * @param targets steps by target, e.g. `{ github: [uses("owner/repo")], gitea: [sh`make`] }`
 */
export function perTarget<const T extends TargetSteps>(
  targets: T & Exact<T, TargetSteps>,
): Step<StepScope<Extract<T[keyof T], Steps>[number]>> {
  const origin = originHere();
  const read = record((steps, place, name): readonly [Target, readonly StepNode[]] => [
    target(name, place),
    list(step)(steps, place),
  ])(targets, origin);
  if (read.length === 0) wrong(targets, "an object with at least one target", origin);
  return makeStep({
    kind: "per-target",
    origin,
    runs: "on-success",
    allowFailure: false,
    targets: Object.fromEntries(read),
  });
}

function make(name: Target, content: unknown): Step {
  const origin = originHere();
  return makeStep({
    kind: "native",
    origin,
    runs: "on-success",
    allowFailure: false,
    target: name,
    step: nativeContent(name, content, origin),
  });
}
