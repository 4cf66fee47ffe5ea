import type { ExpressionKind } from "@cicl/model";

/** The places of a workflow that take expressions. */
export type Place =
  | "workflow-env"
  | "workflow-concurrency"
  | "job-condition"
  | "job-concurrency"
  | "job-env"
  | "step-condition"
  | "step";

/**
 * The kinds of values that a place can't read.
 * Source: GitHub's table of context availability; Gitea follows it.
 */
export const refusedKinds: Readonly<Record<Place, readonly ExpressionKind[]>> = {
  "workflow-env": ["output", "result", "matrix"],
  "workflow-concurrency": ["output", "result", "matrix", "secret"],
  "job-condition": ["secret", "matrix"],
  "job-concurrency": ["secret"],
  "job-env": [],
  "step-condition": ["secret"],
  step: [],
};

/** A place as a diagnostic names it. */
export const placeTitles: Readonly<Record<Place, string>> = {
  "workflow-env": "the environment variables of a pipeline",
  "workflow-concurrency": "the concurrency group of a pipeline",
  "job-condition": "the condition of a job",
  "job-concurrency": "the concurrency group of a job",
  "job-env": "the environment variables of a job",
  "step-condition": "the condition of a step",
  step: "a step",
};
