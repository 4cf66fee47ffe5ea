import { type Diagnostic, hasErrors } from "@cicl/diagnostics";
import { brand, type Job, type Pipeline } from "@cicl/model";
import { amounts } from "./amounts.ts";
import { artifacts } from "./artifacts.ts";
import { calls } from "./calls.ts";
import type { Check, DraftCheck, Unchecked } from "./check.ts";
import { deploys } from "./deploys.ts";
import { edgesOf } from "./edges.ts";
import { gates } from "./gates.ts";
import { idle } from "./idle.ts";
import { images } from "./images.ts";
import { matrices } from "./matrix.ts";
import { names } from "./names.ts";
import { cycles, references } from "./references.ts";
import { required } from "./required.ts";
import { secrets } from "./secrets.ts";
import { starts } from "./starts.ts";
import { values } from "./values.ts";

/** Minutes after which a job without a timeout of its own is stopped. */
export const defaultTimeoutMinutes = 60;

const draftChecks: readonly DraftCheck[] = [names, starts];
const checks: readonly Check[] = [
  references,
  cycles,
  values,
  secrets,
  matrices,
  artifacts,
  amounts,
  gates,
  calls,
  required,
  deploys,
  images,
  idle,
];

/** A pipeline in the phase `normalised`, where nothing was wrong with the draft. */
export interface Normalised {
  readonly pipeline?: Pipeline<"normalised">;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives a draft its edges, defaults and order, and checks all that can be known without a target or a policy.
 * @param draft as the SDK built it, or written by hand: nothing in it is trusted
 * @returns the pipeline, unless there is an error, and every diagnostic, each with its place
 */
export function normalise(draft: Pipeline<"draft">): Normalised {
  const unchecked = derive(draft);
  const found = [...draftChecks.flatMap((check) => check(draft)), ...checks.flatMap((check) => check(unchecked))];
  const diagnostics = found.map((diagnostic) => ({ ...diagnostic, pipeline: draft.name }));
  return hasErrors(diagnostics) ? { diagnostics } : { pipeline: brand<"normalised">(unchecked), diagnostics };
}

/** Sorts the jobs by their stages and adds edges and timeouts. */
function derive(draft: Pipeline<"draft">): Unchecked {
  const rank = new Map(draft.stages.map((stage, index) => [stage.name, index]));
  const rankOf = (job: Job): number => rank.get(job.stage) ?? draft.stages.length;
  const jobs = draft.jobs.toSorted((a, b) => rankOf(a) - rankOf(b));
  const edges = edgesOf(jobs, draft.stages);
  return {
    ...draft,
    phase: "normalised",
    jobs: jobs.map((job) => ({
      ...job,
      edges: edges.get(job.id) ?? [],
      timeoutMinutes: job.timeoutMinutes ?? defaultTimeoutMinutes,
    })),
  };
}
