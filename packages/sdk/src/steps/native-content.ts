import { at, type Origin } from "@cicl/diagnostics";
import type { Json } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { isPlain, list, type Reader, text, wrong } from "../check/reader.ts";
import type { Target } from "../target.ts";

/** A step as one target writes it, in plain data. */
export type NativeOptions = { readonly [key: string]: Json };

type Check = (content: NativeOptions, origin: Origin) => void;

/** Keys of steps that neither run a script nor use an action. */
const otherSteps = ["wait", "wait-all", "cancel", "parallel"];

const members: Reader<NativeOptions> = (value, origin) =>
  isPlain(value) ? record(value, origin, []) : wrong(value, "an object", origin);

const string: Reader<string> = text;

const workflowStep: Check = (content, origin) => {
  const [uses, run] = [Object.hasOwn(content, "uses"), Object.hasOwn(content, "run")];
  if (uses) string(content.uses, at(origin, "uses"));
  if (run) string(content.run, at(origin, "run"));
  for (const key of ["with", "env"]) if (Object.hasOwn(content, key)) members(content[key], at(origin, key));
  if (uses && run) malformed('holds both "uses" and "run"', "Write two steps, or remove one of the keys.", origin);
  if (!uses && !run && !otherSteps.some((key) => Object.hasOwn(content, key))) {
    malformed('holds neither "uses" nor "run"', 'Name an action in "uses", or write a script in "run".', origin);
  }
};

/** What each target asks of a step at least. */
const checks = {
  github: workflowStep,
  gitea: workflowStep,
  cloudbuild: (content, origin) => void string(content.name, at(origin, "name")),
} as const satisfies Readonly<Record<Target, Check>>;

/**
 * Reads a step in a target's own words: plain data that isn't plainly wrong.
 * @throws CiclError with CICL2004
 */
export function nativeContent(target: Target, value: unknown, origin: Origin): NativeOptions {
  const content = members(value, origin);
  checks[target](content, origin);
  return content;
}

/** Copies data. @param around the objects and arrays that hold it */
function json(value: unknown, origin: Origin, around: readonly unknown[]): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (around.includes(value)) holdsItself(origin);
  if (Array.isArray(value)) return list((one, place) => json(one, place, [...around, value]))(value, origin);
  return isPlain(value) ? record(value, origin, around) : wrong(value, "plain data", origin);
}

function record(value: Readonly<Record<string, unknown>>, origin: Origin, around: readonly unknown[]): NativeOptions {
  const inner = [...around, value];
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, json(member, at(origin, key), inner)]));
}

function malformed(problem: string, fix: string, origin: Origin): never {
  fail("CICL2004", { what: `The step ${problem}.`, why: "The engine would refuse the whole file.", fix }, origin);
}

function holdsItself(origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: `${JSON.stringify((origin.path ?? []).join("."))} holds an object that it is part of.`,
      why: "Such data has no end, so no file can hold it.",
      fix: "Write a copy that doesn't refer to itself.",
    },
    origin,
  );
}
