import type { Origin } from "@cicl/diagnostics";
import type { Binding, UsesStep } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { word } from "../check/names.ts";
import { list, object, type Reader, record, text, withDefault } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { type Environ, environ, type ScopeOf, textValue } from "../values.ts";
import { refuseCode } from "./code-inputs.ts";
import { asModel, type EnvScope, type Step, type StepOptions, stepShape } from "./step.ts";
import { type StepOutputs, stepWithOutputs } from "./step-outputs.ts";

export interface UsesOptions extends StepOptions {
  /** The action's inputs. */
  readonly with?: Environ<string>;
  readonly env?: Environ<string>;
  /** Names of the action's outputs that later steps read. */
  readonly outputs?: readonly string[];
}

type OutputNames<O> = O extends { readonly outputs: readonly (infer K extends string)[] } ? K : never;
type Made<O> = Step<WithScope<O> | EnvScope<O>> & { readonly outputs: StepOutputs<OutputNames<O>> };
type WithScope<O> = O extends { readonly with: infer W } ? ScopeOf<W[keyof W]> : never;

const actionName = /[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*/.source;
const action = named(
  new RegExp(`^${actionName}$`),
  'Write "owner/repo" or "owner/repo/path" without "@"; the lock holds the commit, or uses.untyped names it.',
);
const pinnedAction = named(
  new RegExp(`^${actionName}@[0-9a-f]{40}$`),
  'Write "owner/repo@" and the full commit, forty hex digits in lower case.',
);

const actionInputs: Reader<readonly Binding[]> = record((value, origin, name) => ({
  name: word(name, origin),
  value: textValue(value, origin),
  origin,
}));

/**
 * Runs an action by the commit that `cicl.lock` pins; GitHub and Gitea only.
 * @param name `owner/repo` or `owner/repo/path`, without ref
 */
export function uses<const O extends UsesOptions = Record<never, never>>(
  name: string,
  options?: O & Exact<O, UsesOptions>,
): Made<O> {
  const origin = originHere();
  return usesStep({ action: action(name, origin) }, options, origin);
}

/**
 * Runs an action by a commit that stands here and that neither the lock nor an update of it knows; GitHub and Gitea only.
 * @param reference `owner/repo@commit` or `owner/repo/path@commit`, the commit with forty hex digits
 */
uses.untyped = <const O extends UsesOptions = Record<never, never>>(
  reference: `${string}/${string}@${string}`,
  options?: O & Exact<O, UsesOptions>,
): Made<O> => {
  const origin = originHere();
  const [name = "", commit = ""] = pinnedAction(reference, origin).split("@");
  return usesStep({ action: name, commit }, options, origin);
};

function usesStep<O>(what: Pick<UsesStep, "action" | "commit">, options: unknown, origin: Origin): Made<O> {
  const shape = object("An action step", {
    ...stepShape,
    with: withDefault(actionInputs, []),
    env: withDefault(environ, []),
    outputs: withDefault(list(word), []),
  });
  const { with: inputs, outputs, ...read } = asModel(shape(options ?? {}, origin));
  refuseCode(what.action, inputs);
  const node: UsesStep = { kind: "uses", origin, ...what, inputs, ...read };
  return stepWithOutputs(node, outputs, `The action ${what.action}`) as Made<O>;
}

function named(pattern: RegExp, fix: string): Reader<string> {
  return (value, origin) => {
    const written = text(value, origin);
    if (!pattern.test(written)) {
      fail(
        "CICL2001",
        {
          what: `${JSON.stringify(written)} doesn't name an action or commit.`,
          why: "An action that isn't named exactly can't be pinned.",
          fix,
        },
        origin,
      );
    }
    return written;
  };
}
