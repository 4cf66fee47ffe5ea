import type { ExpressionKind } from "@cicl/model";

/** The places of a workflow or action that take expressions. */
export type Place = keyof typeof places;

/** Known before any job starts. */
const run = ["github", "inputs", "vars"];
/** Known when a job's needs have ended. */
const needed = [...run, "needs"];
/** Known in each leg of a matrix. */
const leg = [...needed, "strategy", "matrix"];
/** Known on the job's machine. */
const machine = [...leg, "steps", "job", "runner", "env"];

const status = ["always", "success", "failure", "cancelled"];
const files = ["hashFiles"];

/**
 * What an expression may read and call at each place, beside the functions that are known everywhere, and how a
 * diagnostic names the place.
 * Source: GitHub's table of context availability, as its own parser has it; Gitea follows it.
 */
export const places = {
  "run-name": { title: "the name of a run", contexts: run, functions: [] },
  "workflow-concurrency": { title: "the concurrency group of a pipeline", contexts: run, functions: [] },
  "workflow-env": { title: "the environment variables of a pipeline", contexts: [...run, "secrets"], functions: [] },
  "call-output": { title: "an output of a called pipeline", contexts: [...run, "jobs"], functions: [] },
  "job-condition": { title: "the condition of a job", contexts: needed, functions: status },
  strategy: { title: "a matrix that is worked out", contexts: needed, functions: [] },
  job: { title: "a job's own keys", contexts: leg, functions: [] },
  "job-concurrency": { title: "the concurrency group of a job", contexts: leg, functions: [] },
  "job-env": { title: "the environment variables of a job", contexts: [...leg, "secrets"], functions: [] },
  "job-output": { title: "an output of a job", contexts: [...machine, "secrets"], functions: [] },
  credentials: { title: "the credentials of a registry", contexts: [...run, "secrets", "env"], functions: [] },
  "container-env": { title: "the variables of a container", contexts: [...machine, "secrets"], functions: [] },
  "call-input": { title: "an input of a called pipeline", contexts: leg, functions: [] },
  "call-secret": { title: "a secret of a called pipeline", contexts: [...leg, "secrets"], functions: [] },
  "snapshot-condition": { title: "the condition of a snapshot", contexts: leg, functions: [] },
  "step-condition": { title: "the condition of a step", contexts: machine, functions: [...status, ...files] },
  step: { title: "a step", contexts: [...machine, "secrets"], functions: files },
  "action-condition": {
    title: "the condition of a step of a composite action",
    contexts: ["github", "inputs", "strategy", "matrix", "steps", "job", "runner", "env"],
    functions: [...status, ...files],
  },
  "action-step": {
    title: "a step of a composite action",
    contexts: ["github", "inputs", "strategy", "matrix", "steps", "job", "runner", "env"],
    functions: files,
  },
} as const satisfies Record<string, PlaceRules>;

interface PlaceRules {
  readonly title: string;
  readonly contexts: readonly string[];
  readonly functions: readonly string[];
}

/** What may be read and called at a place. */
export function rulesOf(place: Place): PlaceRules {
  return places[place];
}

/** Functions that every place knows. */
export const everywhere: readonly string[] = [
  "contains",
  "startsWith",
  "endsWith",
  "format",
  "join",
  "toJSON",
  "fromJSON",
  "case",
];

/** The context that each kind of portable value is read from; `undefined`: none. */
export const contextOfKind: Readonly<Record<Exclude<ExpressionKind, "template" | "native">, string | undefined>> = {
  literal: undefined,
  context: "github",
  input: "inputs",
  output: "needs",
  "step-output": "steps",
  result: "needs",
  secret: "secrets",
  variable: "vars",
  matrix: "matrix",
};
