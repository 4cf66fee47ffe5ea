import { deepFreeze, type Runner as RunnerNode } from "@cicl/model";
import { list, object, oneOf, type Reader, text, withDefault, wrong } from "./check/reader.ts";
import type { Exact } from "./exact.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";

/** The machine that a job runs on. */
export interface Runner extends Sealed<"runner"> {}

export interface RunnerOptions {
  /** `x64` by default. */
  readonly arch?: "x64" | "arm64";
  /** Labels of the organisation's own runners. */
  readonly labels?: readonly string[];
}

/** What a job runs on unless it says otherwise. */
export const defaultRunner: RunnerNode = deepFreeze({ os: "linux", arch: "x64", labels: [] });

const runners = registry<Runner, RunnerNode>();

/** Reads a runner. */
export const runnerNode: Reader<RunnerNode> = (value, origin) =>
  runners.open(value) ?? wrong(value, 'a runner made by "runner"', origin);

type None = Record<never, never>;

/** Machines. */
export const runner = Object.freeze({
  linux: <const O extends RunnerOptions = None>(options?: O & Exact<O, RunnerOptions>) => make("linux", options),
  windows: <const O extends RunnerOptions = None>(options?: O & Exact<O, RunnerOptions>) => make("windows", options),
  macos: <const O extends RunnerOptions = None>(options?: O & Exact<O, RunnerOptions>) => make("macos", options),
});

function make(os: RunnerNode["os"], options: unknown): Runner {
  const read = object("A runner", {
    arch: withDefault(oneOf("x64", "arm64"), "x64"),
    labels: withDefault(list(text), []),
  })(options ?? {}, originHere());
  return runners.seal({}, deepFreeze({ os, ...read }));
}
