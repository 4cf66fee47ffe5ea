import { didYouMean, type Origin } from "@cicl/diagnostics";
import { type Expression, nestedSteps, type Output, type Step } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { word } from "../check/names.ts";
import { type Reader, record, wrong } from "../check/reader.ts";
import { stepNode } from "../steps/step.ts";
import { strictRecord } from "../strict-record.ts";
import { expressionOf, makeValue, refuseKinds, type Value } from "../values.ts";

/** An output as it was declared: written by a step, or a value that is known anyway. */
export interface DeclaredOutput {
  readonly name: string;
  readonly origin: Origin;
  readonly source: { readonly step: Step } | { readonly value: Expression };
}

/** Reads declared outputs. */
export const outputs: Reader<readonly DeclaredOutput[]> = record((value, origin, name) => ({
  name: word(name, origin),
  origin,
  source: source(value, origin),
}));

function source(value: unknown, origin: Origin): DeclaredOutput["source"] {
  const expression = expressionOf(value);
  if (expression) {
    refuseKinds(expression, { secret: "Engines drop an output that holds a secret." }, origin);
    return { value: expression };
  }
  const step = stepNode(value);
  return step?.kind === "script"
    ? { step }
    : wrong(value, "the script step that writes the output, or a value", origin);
}

/**
 * Places declared outputs.
 * @param steps the job's steps
 * @returns the outputs, and the steps with those appended that only an output names
 */
export function placeOutputs(
  declared: readonly DeclaredOutput[],
  steps: readonly Step[],
): { readonly outputs: readonly Output[]; readonly steps: readonly Step[] } {
  const all = [...steps];
  const placed = declared.map(({ name, origin, source: from }): Output => {
    if ("value" in from) return { name, origin, kind: "value", value: from.value };
    if (!all.includes(from.step)) {
      const nested = nestedSteps(steps, "").some(({ step }) => step === from.step);
      if (nested) refuseNested(name, origin);
      all.push(from.step);
    }
    return { name, origin, kind: "step", step: all.indexOf(from.step) };
  });
  return { outputs: placed, steps: all };
}

function refuseNested(output: string, origin: Origin): never {
  fail(
    "CICL2018",
    {
      what: `The step that writes the output "${output}" stands inside another step.`,
      why: "Only the job's own steps have a place that an output can name, and it would run a second time there.",
      fix: "Make it a step of the job itself.",
    },
    origin,
  );
}

/** The values of a job's outputs; reading one that isn't declared throws. @param owner the job's token */
export function outputValues(
  job: string,
  names: readonly string[],
  owner: object,
): Readonly<Record<string, Value<never, "output">>> {
  const values = names.map(
    (name) => [name, makeValue<never, "output">({ kind: "output", job, output: name }, owner)] as const,
  );
  return strictRecord(Object.fromEntries(values), (name, origin) =>
    fail(
      "CICL2008",
      {
        what: `The job "${job}" declares no output "${name}".`,
        why: "It would read as empty in every run.",
        fix: `${didYouMean(name, names)}Declare it in the job's "outputs".`,
      },
      origin,
    ),
  );
}

/** What stands in for the outputs of a job with a matrix: reading any throws. */
export function noOutputs(job: string): Readonly<Record<string, never>> {
  return strictRecord<Readonly<Record<string, never>>>({}, (name, origin) =>
    fail(
      "CICL2008",
      {
        what: `The job "${job}" has a matrix, so it has no output "${name}".`,
        why: "Every leg would write its own value, and one of them would win.",
        fix: "Write the value in a job without matrix, or keep each leg's value as an artifact.",
      },
      origin,
    ),
  );
}
