import type { Binding } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { word } from "../check/names.ts";
import { object, optional, type Reader, record, text, withDefault } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { type Environ, environ, type ScopeOf, textValue } from "../values.ts";
import { type EnvScope, makeStep, type Step, type StepOptions, stepShape, withTimeout } from "./step.ts";

export interface UsesOptions extends StepOptions {
  /** The action's inputs. */
  readonly with?: Environ<string>;
  readonly env?: Environ<string>;
  /** Full commit, forty hex digits, for an action that the lock doesn't pin. */
  readonly commit?: string;
}

type WithScope<O> = O extends { readonly with: infer W } ? ScopeOf<W[keyof W]> : never;

const action = named(
  /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/,
  'Write "owner/repo" or "owner/repo/path" without "@"; the lock holds the version.',
);
const commit = named(/^[0-9a-f]{40}$/, "Write the full commit, forty hex digits in lower case.");

const actionInputs: Reader<readonly Binding[]> = record((value, origin, name) => ({
  name: word(name, origin),
  value: textValue(value, origin),
  origin,
}));

/** Runs an action; GitHub and Gitea only. @param name `owner/repo` or `owner/repo/path`, without ref */
export function uses<const O extends UsesOptions = Record<never, never>>(
  name: string,
  options?: O & Exact<O, UsesOptions>,
): Step<WithScope<O> | EnvScope<O>> {
  const origin = originHere();
  const shape = object("An action step", {
    ...stepShape,
    with: withDefault(actionInputs, []),
    env: withDefault(environ, []),
    commit: optional(commit),
  });
  const { with: inputs, ...read } = withTimeout(shape(options ?? {}, origin));
  return makeStep({ kind: "uses", origin, action: action(name, origin), inputs, ...read });
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
