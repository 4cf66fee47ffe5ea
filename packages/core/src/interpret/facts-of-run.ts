import type { ContextName, InputDeclaration, Leaf, MatrixLeg, Pipeline } from "@cicl/model";
import { branchOf, changedIn, type Event, refOf, tagOf } from "./event.ts";
import type { RunFacts } from "./facts.ts";
import type { JobRun, Run } from "./run.ts";

/**
 * What is known in the middle of a run.
 * @param done the jobs that have ended
 * @param leg of a matrix, where one is running
 */
export function factsOfRun(
  pipeline: Pick<Pipeline, "triggers">,
  run: Run,
  done: ReadonlyMap<string, JobRun>,
  leg: MatrixLeg = {},
): RunFacts {
  const { event } = run;
  return {
    event: event.kind,
    ...(event.kind === "native" ? { nativeEvent: event } : {}),
    branch: branchOf(event),
    tag: tagOf(event),
    fork: event.kind === "pull-request" && event.fork,
    draft: event.kind === "pull-request" && event.draft,
    changed: changedIn(event),
    value: (leaf) => valueIn(leaf, pipeline, run, done, leg),
  };
}

function valueIn(
  leaf: Leaf,
  pipeline: Pick<Pipeline, "triggers">,
  { event, variables }: Run,
  done: ReadonlyMap<string, JobRun>,
  leg: MatrixLeg,
): string | undefined {
  switch (leaf.kind) {
    case "literal":
      return leaf.value;
    case "context":
      return contextValue[leaf.name](event);
    case "input":
      return inputValue(leaf.name, pipeline, event);
    case "output":
      return done.get(leaf.job)?.outputs[leaf.output] ?? "";
    case "result":
      return done.get(leaf.job)?.result ?? "";
    case "variable":
      return variables?.[leaf.environment === undefined ? leaf.name : `${leaf.environment}/${leaf.name}`] ?? "";
    case "matrix":
      return String(leg[leaf.key] ?? "");
    case "secret":
    case "step-output":
    case "native":
      return undefined;
  }
}

const ofPullRequest =
  (read: (event: Extract<Event, { kind: "pull-request" }>) => string) =>
  (event: Event): string =>
    event.kind === "pull-request" ? read(event) : "";

const contextValue = {
  "commit.sha": (event) => event.commit,
  "branch.name": (event) => branchOf(event) ?? "",
  "tag.name": (event) => tagOf(event) ?? "",
  ref: refOf,
  event: (event) => (event.kind === "native" ? event.event : event.kind),
  actor: (event) => event.actor,
  "repository.name": (event) => event.repository.name,
  "repository.owner": (event) => event.repository.owner,
  "run.id": (event) => event.run.id,
  "run.number": (event) => event.run.number,
  "run.attempt": (event) => event.run.attempt,
  "pr.number": ofPullRequest((event) => String(event.number)),
  "pr.title": ofPullRequest((event) => event.title),
  "pr.body": ofPullRequest((event) => event.body),
  "pr.head-branch": ofPullRequest((event) => event.head),
  "pr.base-branch": ofPullRequest((event) => event.base),
} as const satisfies Record<ContextName, (event: Event) => string>;

/** Inputs are empty on every event but the one that declares them; a boolean without a default is `false`. */
function inputValue(name: string, pipeline: Pick<Pipeline, "triggers">, event: Event): string {
  if (event.kind !== "manual" && event.kind !== "call") return "";
  const declared = pipeline.triggers.flatMap((trigger): readonly InputDeclaration[] => {
    const input = trigger.kind === event.kind && "inputs" in trigger ? trigger.inputs[name] : undefined;
    return input ? [input] : [];
  });
  const [input] = declared;
  if (!input) return "";
  return event.inputs[name] ?? String(input.default ?? (input.type === "boolean" ? false : ""));
}
