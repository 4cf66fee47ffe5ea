import { at, type Origin } from "@cicl/diagnostics";
import type { Json, Step as StepNode, TargetId } from "@cicl/model";
import { id } from "../check/names.ts";
import { isPlain, list, type Reader, record, wrong } from "../check/reader.ts";
import { originHere } from "../origin.ts";
import { makeStep, type Step, type StepScope, step } from "./step.ts";

/** A step as one target writes it, in plain data. */
export type NativeOptions = { readonly [key: string]: Json };

const json: Reader<Json> = (value, origin) => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return list(json)(value, origin);
  return isPlain(value) ? members(value, origin) : wrong(value, "plain data", origin);
};

/** A step in one target's own words, copied as it is and refused on every other target. */
export const native = Object.freeze({
  github: (content: NativeOptions): Step => make("github", content),
  gitea: (content: NativeOptions): Step => make("gitea", content),
});

/**
 * Different steps for different targets; refused on a target that isn't named.
 * @param targets steps by target, e.g. `{ github: [uses("owner/repo")], gitea: [sh`make`] }`
 */
export function perTarget<const T extends Readonly<Record<TargetId, readonly Step<string>[]>>>(
  targets: T,
): Step<StepScope<T[keyof T][number]>> {
  const origin = originHere();
  const read = record((steps, place, target): readonly [TargetId, readonly StepNode[]] => [
    id(target, place),
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

function make(target: TargetId, content: unknown): Step {
  const origin = originHere();
  if (!isPlain(content)) wrong(content, "an object", origin);
  return makeStep({
    kind: "native",
    origin,
    runs: "on-success",
    allowFailure: false,
    target,
    step: members(content, origin),
  });
}

function members(value: Readonly<Record<string, unknown>>, origin: Origin): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, json(member, at(origin, key))]));
}
