import { type Diagnostic, warning } from "@cicl/diagnostics";
import {
  type ContextName,
  type Expression,
  type Leaf,
  leaves,
  type NativeExpression,
  type Pipeline,
  stepsOf,
  walkNative,
  withComposites,
} from "@cicl/model";

/** What of a working copy names the commit that is taken. */
const named: readonly string[] = ["ref", "repository"];

/**
 * Finds working copies of a stranger's commit in pipelines that run with the repository's rights: whatever reads them,
 * a build above all, runs the stranger's code. Source: GitHub's guide on `pull_request_target`.
 */
export function strangersCommits(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  const events = pipeline.triggers.flatMap((trigger) =>
    trigger.kind === "native" && trigger.open ? [trigger.event] : [],
  );
  if (events.length === 0) return [];
  return pipeline.jobs.flatMap((job) =>
    withComposites(
      stepsOf(job, "github").map(({ step }) => step),
      pipeline,
    ).flatMap((step) => {
      if (step.kind !== "uses" || step.action.toLowerCase() !== "actions/checkout") return [];
      const chosen = step.inputs.find(({ name, value }) => named.includes(name) && mayBeChosen(value));
      return chosen ? [strangersCommit(chosen.name, events, chosen.origin)] : [];
    }),
  );
}

/**
 * What names the run's own commit, or what is written in the pipeline, nobody else chooses. An output, an input or a
 * variable of a script may hand on what the event says.
 */
function mayBeChosen(value: Expression): boolean {
  return leaves(value).some((leaf) => {
    if (leaf.kind === "native") return leaf.untrusted || handsOn(leaf.tree);
    return handing.has(leaf.kind) || (leaf.kind === "context" && !own.has(leaf.name));
  });
}

const handing: ReadonlySet<Leaf["kind"]> = new Set(["output", "step-output", "input", "secret"] as const);

/** Whether something in GitHub's own words reads what a script or a caller has written. */
function handsOn(tree: NativeExpression): boolean {
  let found = false;
  walkNative(tree, (part) => {
    if (part.kind === "read" && ["env", "inputs", "needs", "steps"].includes(String(part.path[0]))) found = true;
  });
  return found;
}

/** Of an event that isn't a push or pull request they are those of the default branch. */
const own: ReadonlySet<ContextName> = new Set<ContextName>([
  "commit.sha",
  "ref",
  "branch.name",
  "tag.name",
  "repository.name",
  "repository.owner",
]);

function strangersCommit(input: string, events: readonly string[], origin: Diagnostic["origin"]): Diagnostic {
  return warning(
    "CICL5012",
    {
      what: `The working copy takes its "${input}" from what the event may say, and ${events.join(" or ")} can start the pipeline.`,
      why: "The next step that builds or tests runs a stranger's code with the repository's token and secrets.",
      fix: "Build it on on.pullRequest(), and hand only its results over; here read nothing but the event itself.",
    },
    { target: "github", ...(origin ? { origin } : {}) },
  );
}
