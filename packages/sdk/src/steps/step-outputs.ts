import { didYouMean } from "@cicl/diagnostics";
import type { Step as StepNode } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { strictRecord } from "../strict-record.ts";
import { makeValue, type Value } from "../values.ts";
import { placeLater } from "./placed-later.ts";
import { makeStep, type Step } from "./step.ts";

/** The outputs of a step by their names. */
export type StepOutputs<K extends string> = { readonly [N in K]: Value<never, "step-output"> };

/**
 * Makes a step with outputs, which later steps of the same job read; the compiler gives it an id when one does.
 * @param names its outputs
 * @param what the step runs, for a sentence
 */
export function stepWithOutputs<Scope extends string, K extends string>(
  node: StepNode,
  names: readonly K[],
  what: string,
): Step<Scope> & { readonly outputs: StepOutputs<K> } {
  const values = names.map(
    (output) => [output, makeValue<never, "step-output">({ kind: "step-output", step: -1, output }, node)] as const,
  );
  const outputs = strictRecord(Object.fromEntries(values), (name, origin) =>
    fail(
      "CICL2008",
      {
        what: `${what} has no output "${name}".`,
        why: "It would read as empty in every run.",
        fix: `${didYouMean(name, names)}${names.length === 0 ? "It has none." : `Its outputs are ${names.join(", ")}.`}`,
      },
      origin,
    ),
  );
  placeLater();
  return makeStep<Scope>(node, { outputs }) as Step<Scope> & { readonly outputs: StepOutputs<K> };
}
