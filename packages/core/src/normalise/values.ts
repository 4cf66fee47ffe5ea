import { type Diagnostic, didYouMean, error, type Origin } from "@cicl/diagnostics";
import {
  type Condition,
  conditionValues,
  type Expression,
  type ExpressionKind,
  type Job,
  jobConditions,
  nestedSteps,
  type PlacedCondition,
  stepsOf,
  walkCondition,
} from "@cicl/model";
import type { Check, Unchecked } from "./check.ts";
import { type PlacedValue, placed, valuesOf } from "./reads.ts";

/** Kinds of values that a place can't read, each with the reason, as the end of a sentence. */
interface Place {
  readonly title: string;
  readonly refuses: Partial<Record<ExpressionKind | "environment-variable", string>>;
}

const noJobYet = "no job has run when it is read";
const noLeg = "it belongs to no leg of a matrix";
const decidedBefore = "it is decided before the environment is opened";

const places = {
  pipelineEnv: {
    title: "the environment variables of the pipeline",
    refuses: { output: noJobYet, result: noJobYet, matrix: noLeg },
  },
  pipelineConcurrency: {
    title: "the concurrency group of the pipeline",
    refuses: { output: noJobYet, result: noJobYet, matrix: noLeg, secret: "a group's name is no secret" },
  },
  jobCondition: {
    title: "the condition of a job",
    refuses: {
      secret: "whether a job ran tells what the secret is",
      matrix: "it is decided once for all legs",
      "environment-variable": decidedBefore,
    },
  },
  jobConcurrency: {
    title: "the concurrency group of a job",
    refuses: { secret: "a group's name is no secret", "environment-variable": decidedBefore },
  },
  stepCondition: {
    title: "the condition of a step",
    refuses: { secret: "whether a step ran tells what the secret is" },
  },
  output: {
    title: "an output",
    refuses: { secret: "engines drop an output that holds a secret", matrix: "each leg would write another value" },
  },
} satisfies Record<string, Place>;

/** Every value stands where it is known and harmless. */
export const values: Check = (pipeline) => {
  const inputs = declaredInputs(pipeline);
  const { concurrency, env, origin } = pipeline;
  const shared = [
    ...env.flatMap((binding) => inPlace(places.pipelineEnv, binding.value, binding.origin)),
    ...(concurrency ? inPlace(places.pipelineConcurrency, concurrency.group, origin) : []),
    ...env.flatMap((binding) => undeclared(placed(binding.value, binding.origin), inputs)),
    ...(concurrency ? undeclared(placed(concurrency.group, origin), inputs) : []),
  ];
  const inActions = (pipeline.actions ?? []).flatMap(({ steps }) =>
    nestedSteps(steps, "").flatMap(({ step }) => (step.when ? [{ condition: step.when, origin: step.origin }] : [])),
  );
  return [
    ...shared,
    ...comparisons(inActions),
    ...pipeline.jobs.flatMap((job) => [
      ...jobPlaces(job),
      ...comparisons(jobConditions(job)),
      ...undeclared(valuesOf(job), inputs),
      ...resultsRead(job),
    ]),
  ];
};

function jobPlaces(job: Job): readonly Diagnostic[] {
  const outputs = job.outputs.filter((output) => output.kind === "value");
  const steps = stepsOf(job).flatMap(({ step }) => (step.when ? [{ when: step.when, origin: step.origin }] : []));
  return [
    ...(job.when ? inCondition(places.jobCondition, job.when, job.origin) : []),
    ...(job.concurrency ? inPlace(places.jobConcurrency, job.concurrency.group, job.origin) : []),
    ...outputs.flatMap((output) => inPlace(places.output, output.value, output.origin)),
    ...steps.flatMap(({ when, origin }) => inCondition(places.stepCondition, when, origin)),
  ];
}

function inCondition(place: Place, condition: Condition, origin: Origin): readonly Diagnostic[] {
  return conditionValues(condition).flatMap((value) => inPlace(place, value, origin));
}

function inPlace({ title, refuses }: Place, expression: Expression, origin: Origin): readonly Diagnostic[] {
  return placed(expression, origin).flatMap(({ value }) => {
    const scoped = value.kind === "variable" && value.environment !== undefined;
    const reason = refuses[value.kind] ?? (scoped ? refuses["environment-variable"] : undefined);
    if (reason === undefined) return [];
    return [
      error(
        "CICL2018",
        {
          what: `A value of the kind "${value.kind}" can't be read in ${title}.`,
          why: `It can't work there: ${reason}.`,
          fix: "Read the value in a step instead, or use a value that is known there.",
        },
        { origin },
      ),
    ];
  });
}

function comparisons(conditions: readonly PlacedCondition[]): readonly Diagnostic[] {
  return conditions.flatMap(({ condition, origin }) => {
    let empty = false;
    walkCondition(condition, (part) => {
      if (part.kind === "equals" && part.to === "") empty = true;
    });
    if (!empty) return [];
    return [
      error(
        "CICL2004",
        {
          what: "A condition compares a value with the empty string.",
          why: "An empty value counts as missing, and a missing value equals nothing, so it would never hold.",
          fix: "Compare with a value that the job writes in this case.",
        },
        { origin },
      ),
    ];
  });
}

function declaredInputs(pipeline: Unchecked): readonly string[] {
  return pipeline.triggers.flatMap((trigger) => ("inputs" in trigger ? Object.keys(trigger.inputs) : []));
}

function undeclared(read: readonly PlacedValue[], inputs: readonly string[]): readonly Diagnostic[] {
  return read.flatMap(({ value, origin }) => {
    if (value.kind !== "input" || inputs.includes(value.name)) return [];
    return [
      error(
        "CICL2018",
        {
          what: `No trigger of this pipeline declares the input "${value.name}".`,
          why: "It would be empty in every run.",
          fix: `${didYouMean(value.name, inputs)}Declare the input on a manual or call trigger.`,
        },
        { origin },
      ),
    ];
  });
}

/** Any other job that reads a result is skipped unless it is `success`, and has nothing to read. */
function resultsRead(job: Job): readonly Diagnostic[] {
  if (job.runs !== "on-success") return [];
  return valuesOf(job).flatMap(({ value, origin }) => {
    if (value.kind !== "result") return [];
    return [
      error(
        "CICL2018",
        {
          what: `The job "${job.id}" reads the result of "${value.job}" but runs only on success.`,
          why: "Whenever it runs, the result is success.",
          fix: `Let the job run always or on failure, or leave the result out.`,
        },
        { origin },
      ),
    ];
  });
}
