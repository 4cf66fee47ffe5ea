import type { Origin } from "@cicl/diagnostics";
import type { ScriptStep, Shell } from "@cicl/model";
import { path } from "../check/path.ts";
import { object, optional, readAll, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { registry, type Sealed } from "../sealed.ts";
import { asModel, type EnvScope, makeStep, originalOf, type Step, type StepOptions, stepShape } from "../steps/step.ts";
import { type Environ, environ, interpolation, type ScopeOf, type Text, unescapeTemplate } from "../values.ts";
import { render, type Written } from "./render.ts";

/** Text that becomes part of a script as it is. */
export interface RawText extends Sealed<"raw text"> {}

export interface ScriptOptions extends StepOptions {
  readonly env?: Environ<string>;
  /** Working folder, relative to the folder of `pipeline.ts`. */
  readonly directory?: string;
}

/** What can stand between the texts of a script. */
export type Interpolation = Text<string> | RawText;

/** A template tag that makes a script step; values reach the script as environment variables, never as text. */
export type ScriptTag<Scope extends string = never> = <const V extends readonly Interpolation[]>(
  text: TemplateStringsArray,
  ...values: V
) => Step<Scope | ScopeOf<V[number]>>;

/** A tag that also takes a step's options first: `` sh({ name: "Test" })`make test` ``. */
export interface ShellTag extends ScriptTag {
  <const O extends ScriptOptions>(options: O & Exact<O, ScriptOptions>): ScriptTag<EnvScope<O>>;
}

/** The tag of POSIX sh, with those of other shells. */
export interface ShTag extends ShellTag {
  readonly bash: ShellTag;
  readonly pwsh: ShellTag;
  /** Splices text that you wrote yourself into a script; it shows in a review. */
  raw(text: string): RawText;
}

const raws = registry<RawText, string>();
const hidden = new WeakSet<ScriptStep>();

/**
 * A script step: `` sh`make ${target}` ``. It is POSIX sh under `set -eu`; the text is taken as written, dedented.
 * @throws CiclError when a value stands where no reference to it is safe, or something isn't closed
 */
export const sh: ShTag = Object.freeze(
  Object.assign(shellTag("sh"), { bash: shellTag("bash"), pwsh: shellTag("pwsh"), raw }),
);

/** Says whether the failure of a command in the script is hidden by a pipe. */
export function hidesFailure(step: ScriptStep): boolean {
  return hidden.has(originalOf(step));
}

function raw(text: string): RawText {
  return typeof text === "string" ? raws.seal({}, text) : wrong(text, "a string", originHere());
}

const readOptions = object("A script", { ...stepShape, env: withDefault(environ, []), directory: optional(path) });
type ReadOptions = ReturnType<typeof readOptions>;

/** Those of a script that has none. */
const noOptions = readOptions({}, { file: "cicl", line: 1, column: 1 });

function shellTag(shell: Shell): ShellTag {
  const tag = (first: unknown, ...values: readonly unknown[]): unknown => {
    const origin = originHere();
    if (isTemplate(first)) return script(shell, noOptions, first, values, origin);
    if (typeof first === "string") {
      const text = first.includes("\n") || first === "" ? "make" : first;
      wrong(first, `a template, such as ${shell === "sh" ? "sh" : `sh.${shell}`}\`${text}\``, origin);
    }
    const options = readOptions(first, origin);
    return (text: unknown, ...more: readonly unknown[]): Step =>
      isTemplate(text)
        ? script(shell, options, text, more, originHere())
        : wrong(text, "a template such as sh`make`", originHere());
  };
  return tag as ShellTag;
}

function script(
  shell: Shell,
  { env, ...read }: ReadOptions,
  { raw: texts }: TemplateStringsArray,
  values: readonly unknown[],
  origin: Origin,
): Step {
  const parts = readAll(values, (value, index): Written["parts"][number] => {
    const text = raws.open(value);
    return text === undefined ? interpolation(value, index, origin) : { kind: "raw", text };
  });
  const { pipes, ...rendered } = render({ texts: texts.map(unescapeTemplate), parts }, shell, env, origin);
  if (rendered.text === "") wrong("", "a script that isn't empty", origin);
  const node: ScriptStep = { kind: "script", origin, shell, ...asModel(read), ...rendered };
  // Every target runs bash with pipefail.
  const shown = shell === "bash" ? !/\+o\s+pipefail\b/.test(node.text) : /-\w*o\s+pipefail\b/.test(node.text);
  if (pipes && !shown) hidden.add(node);
  return makeStep(node);
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && "raw" in value && Array.isArray(value.raw);
}
