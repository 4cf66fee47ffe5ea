import { at, type Diagnostic, type Origin, type Text } from "@cicl/diagnostics";
import {
  type DownloadStep,
  type Environment as EnvironmentNode,
  type Job as JobModel,
  type Stage as StageNode,
  type Step,
  stepsOf,
  type Trigger as TriggerNode,
  type UploadStep,
} from "@cicl/model";
import { fail, gather, throwAll } from "./check/fail.ts";
import type { JobNode } from "./job/handle.ts";
import { checkPipes } from "./job/pipes.ts";
import { readings } from "./job/reading.ts";
import { uploadOf } from "./steps/artifact.ts";
import { originalOf } from "./steps/step.ts";
import { describeValue, ownerOf } from "./values.ts";

/** The parts of a pipeline before they know of each other. */
export interface Parts {
  readonly triggers: readonly TriggerNode[];
  readonly stages: readonly { readonly stage: StageNode; readonly jobs: readonly JobNode[] }[];
  readonly required: readonly JobNode[];
}

/** The parts that a draft takes from them. */
export interface Connected {
  readonly stages: readonly StageNode[];
  readonly jobs: readonly JobModel<"draft">[];
  readonly environments: readonly EnvironmentNode[];
}

type Uploads = ReadonlyMap<UploadStep, JobModel>;

/**
 * Checks that everything that a job of the pipeline refers to is in the pipeline, by identity, and fills in what only
 * the pipeline knows: each job's stage, and the job behind each download.
 * @param origin the place of the pipeline
 * @throws CiclError with every part that is missing, doubled or copied
 */
export function connect(parts: Parts, origin: Origin): Connected {
  const found: Diagnostic[] = [];
  const check = (test: () => void): void => gather(found, test);
  const nodes = parts.stages.flatMap(({ jobs }) => jobs);
  check(() => checkPresent(parts.triggers, nodes, origin));
  checkNames(
    parts.stages.map(({ stage }) => stage),
    ({ name }) => name,
    "stage",
    check,
  );
  for (const [index, node] of nodes.entries()) {
    if (nodes.indexOf(node) < index) check(() => usedTwice(node, origin));
  }
  const unique = [...new Set(nodes)];
  checkNames(
    unique.map(({ draft }) => draft),
    ({ id }) => id,
    "job",
    check,
  );
  const environments = [...new Set(unique.flatMap(({ environment }) => environment ?? []))];
  checkNames(environments, ({ name }) => name, "environment", check);
  for (const need of parts.required) check(() => checkMember(need, unique, at(origin, "required")));
  for (const { draft } of new Set(parts.required)) check(() => checkPipes(draft, "required job"));
  const uploads = uploadsOf(unique, check);
  for (const node of unique) checkReferences(node, unique, parts.triggers, check);
  if (parts.triggers.some(({ kind }) => kind === "tag")) for (const node of unique) check(() => checkPromotable(node));
  const jobs = parts.stages.flatMap(({ stage, jobs: members }) =>
    members.map(({ draft }): JobModel<"draft"> => {
      const resolve = (step: Step): Step => resolveDownload(step, uploads, check);
      return { ...draft, stage: stage.name, steps: draft.steps.map(resolve) };
    }),
  );
  throwAll(found);
  return { stages: parts.stages.map(({ stage }) => stage), jobs, environments };
}

type Check = (test: () => void) => void;

function checkPresent(triggers: readonly TriggerNode[], nodes: readonly JobNode[], origin: Origin): void {
  const missing = triggers.length === 0 ? "nothing that starts it" : nodes.length === 0 ? "no job" : undefined;
  if (missing === undefined) return;
  const fix = triggers.length === 0 ? 'Name at least one trigger in "on".' : "Put at least one job into a stage.";
  fail("CICL2017", { what: `The pipeline has ${missing}.`, why: "It would never do anything.", fix }, origin);
}

export function checkNames<T extends { readonly origin: Origin }>(
  named: readonly T[],
  nameOf: (one: T) => string,
  kind: string,
  check: Check,
): void {
  const seen = new Map<string, T>();
  for (const one of named) {
    const name = nameOf(one);
    const former = seen.get(name);
    seen.set(name, former ?? one);
    if (!former) continue;
    const text: Text = {
      what: `There are two ${kind}s with the name "${name}".`,
      why: "Files, checks and settings know them by name alone.",
      fix:
        kind === "environment" || kind === "action"
          ? "Declare it once and import it where it is needed."
          : "Rename one of them.",
    };
    check(() => fail("CICL2002", text, one.origin));
  }
}

function usedTwice(node: JobNode, origin: Origin): never {
  fail(
    "CICL2007",
    {
      what: `The job "${node.draft.id}" stands in the pipeline twice.`,
      why: "A job runs once in a run, so one of the places would be ignored.",
      fix: "Remove one of them, or build a second job with a function that takes what differs.",
    },
    at(origin, "stages"),
  );
}

function checkMember(need: JobNode, members: readonly JobNode[], origin: Origin): void {
  if (members.includes(need)) return;
  fail(
    "CICL2005",
    {
      what: `The job "${need.draft.id}" is needed here, but it isn't in this pipeline.`,
      why: "A job can only wait for one of its own run.",
      fix: "Put it into a stage of this pipeline, or remove the reference.",
    },
    origin,
  );
}

/** Checks needs, outputs, results and inputs that a job refers to. */
function checkReferences(
  node: JobNode,
  members: readonly JobNode[],
  triggers: readonly TriggerNode[],
  check: Check,
): void {
  const { draft, needs = [] } = node;
  for (const need of needs) check(() => checkMember(need, members, at(draft.origin, "needs")));
  for (const { leaf, origin } of readings(draft)) {
    const owner = ownerOf(leaf);
    if (leaf.kind === "input" && !triggers.some((trigger) => trigger === owner))
      check(() => foreign(describeValue(leaf), origin));
    if (leaf.kind !== "output" && leaf.kind !== "result") continue;
    const source = members.find(({ token }) => token === owner);
    if (!source) check(() => foreign(describeValue(leaf), origin));
    if (source === node) check(() => ownOutput(describeValue(leaf), origin));
  }
}

function foreign(value: string, origin: Origin): never {
  fail(
    "CICL2018",
    {
      what: `${value} comes from outside this pipeline.`,
      why: "It would be empty in every run of this pipeline.",
      fix: 'Put the job into a stage, or the trigger into "on", of this pipeline.',
    },
    origin,
  );
}

function ownOutput(value: string, origin: Origin): never {
  fail(
    "CICL2006",
    {
      what: `${value} is read by that job itself.`,
      why: "The job would wait for itself.",
      fix: "Read it in a later job.",
    },
    origin,
  );
}

/** Finds the job of each upload; a name or an upload that occurs twice is refused. */
function uploadsOf(nodes: readonly JobNode[], check: Check): Uploads {
  const uploads = new Map<UploadStep, JobModel>();
  const names = new Set<string>();
  for (const { draft } of nodes) {
    for (const { step } of stepsOf(draft)) {
      if (step.kind !== "upload") continue;
      if (names.has(step.artifact))
        check(() => badArtifact(`There are two uploads of "${step.artifact}"`, step.origin));
      if (draft.matrix) check(() => badArtifact(`Every leg of "${draft.id}" uploads "${step.artifact}"`, step.origin));
      names.add(step.artifact);
      uploads.set(originalOf(step), draft);
    }
  }
  return uploads;
}

function badArtifact(problem: string, origin: Origin): never {
  fail(
    "CICL2016",
    {
      what: `${problem}.`,
      why: "An artifact has one name and one job, and a second upload fails or overwrites it.",
      fix: "Upload each artifact under a name of its own, in a job without matrix.",
    },
    origin,
  );
}

function resolveDownload(step: Step, uploads: Uploads, check: Check): Step {
  if (step.kind === "per-target") {
    const targets = Object.entries(step.targets).map(
      ([target, steps]) => [target, steps.map((inner) => resolveDownload(inner, uploads, check))] as const,
    );
    return { ...step, targets: Object.fromEntries(targets) };
  }
  return step.kind === "download" ? { ...step, job: sourceOf(step, uploads, check) } : step;
}

function sourceOf(step: DownloadStep, uploads: Uploads, check: Check): string {
  const upload = uploadOf(originalOf(step));
  const job = upload && uploads.get(upload);
  if (!job) {
    const what = `No job of this pipeline uploads the artifact "${step.artifact}".`;
    const text: Text = {
      what,
      why: "There would be nothing to download.",
      fix: "Put its upload into a job of this pipeline.",
    };
    check(() => fail("CICL2016", text, step.origin));
  }
  return job?.id ?? "";
}

/** A tag run looks the image up instead of building it, so there must be one for every commit. */
function checkPromotable({ draft }: JobNode): void {
  if (draft.role !== "image" || !draft.when) return;
  fail(
    "CICL2014",
    {
      what: `The image "${draft.id}" has a condition of its own, but a tag starts this pipeline.`,
      why: "A run on a tag promotes the image of its commit, and there is none where the condition didn't hold.",
      fix: 'Remove "when" from the image, or let no tag start this pipeline.',
    },
    at(draft.origin, "when"),
  );
}
