import { inheritedEnv, isGuarded, type PerTargetStep, type Step, type StepKind } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import type { Work } from "../build/work.ts";
import { lowerDownload, lowerReport, lowerUpload } from "./artifact.ts";
import { lowerContainer } from "./container.ts";
import { lowerCoverageMinimum } from "./coverage.ts";
import { lowerImage } from "./image.ts";
import { lockWorks } from "./lock.ts";
import { lowerScript } from "./script.ts";
import { lowerSetup } from "./setup.ts";
import type { Common, StepLowering } from "./step.ts";

/** Everything that a job does, in order. */
export function worksOf(scope: JobScope): readonly Work[] {
  const { job } = scope;
  const lock = job.concurrency && lockWorks(job.concurrency, scope);
  return [
    ...(lock ? [lock.before] : []),
    ...job.steps.flatMap((step, index) => lowerStep(step, `step:${job.id}/${index}`, index, scope)),
    ...job.reports.flatMap((report) =>
      report.minimum === undefined ? [] : [lowerCoverageMinimum(report, report.minimum, scope)],
    ),
    ...job.reports.map((report) => lowerReport(report, scope)),
    ...(lock ? [lock.behind] : []),
  ];
}

/** The steps of this target alone. */
const lowerPerTarget: StepLowering<PerTargetStep> = (step, node, scope, _common, index) => {
  scope.tracer.add("step.per-target", node, ["steps"], Object.keys(step.targets).join(" "));
  const steps = step.targets.cloudbuild ?? [];
  return steps.flatMap((inner, position) => lowerStep(inner, `${node}/cloudbuild/${position}`, index, scope));
};

function refused(kind: StepKind): StepLowering<Step> {
  return () => {
    throw new RangeError(`A step of the kind ${kind} is refused before it is lowered.`);
  };
}

const lowerings: { readonly [K in StepKind]: StepLowering<Extract<Step, { kind: K }>> } = {
  script: lowerScript,
  setup: lowerSetup,
  cache: refused("cache"),
  upload: lowerUpload,
  download: lowerDownload,
  container: lowerContainer,
  image: lowerImage,
  uses: refused("uses"),
  composite: refused("composite"),
  native: refused("native"),
  parallel: refused("parallel"),
  wait: refused("wait"),
  cancel: refused("cancel"),
  "per-target": lowerPerTarget,
};

/** @param index of the job's own step, which outputs are declared for */
function lowerStep(step: Step, node: string, index: number, scope: JobScope): readonly Work[] {
  const lower = lowerings[step.kind] as StepLowering<Step>;
  return lower(step, node, scope, commonOf(step, node, index, scope), index);
}

function commonOf(step: Step, node: string, index: number, scope: JobScope): Common {
  const { job, pipeline } = scope;
  const owner = `job:${job.id}`;
  const own = "env" in step ? step.env : [];
  const shared = inheritedEnv(job, pipeline);
  const outputs = job.outputs.filter((output) => output.kind === "step" && output.step === index);
  return {
    origin: step.origin,
    shell: "sh",
    folder: "",
    bindings: [
      ...(job.container?.env ?? []).map((binding) => ({ node: owner, ...binding })),
      ...shared.map((binding) => ({ node: "pipeline", ...binding })),
      ...[...job.env, ...own].map((binding) => ({ node: owner, ...binding })),
    ],
    runs: step.runs,
    // The lock of a concurrency group is taken before the guard.
    ...(isGuarded(job.steps) && step.runs !== "on-success" ? { guard: job.concurrency ? 2 : 1 } : {}),
    ...(step.when ? { when: step.when } : {}),
    allowFailure: step.allowFailure,
    limitSeconds: (step.timeoutMinutes ?? 0) * 60,
    outputs: outputs.map((output) => output.name),
    uses: [
      ...shared.map(({ name }) => ({ feature: "pipeline.env" as const, node: "pipeline", detail: name })),
      ...job.env.map(({ name }) => ({ feature: "job.env" as const, node: owner, detail: name })),
      ...outputs.map(({ name }) => ({ feature: "job.output" as const, node: owner, detail: name })),
      ...(step.when ? [{ feature: "step.when" as const, node }] : []),
      ...(step.runs === "on-success" ? [] : [{ feature: `step.runs.${step.runs}` as const, node }]),
      ...(step.allowFailure ? [{ feature: "step.allow-failure" as const, node }] : []),
      ...(step.timeoutMinutes === undefined ? [] : [{ feature: "step.timeout" as const, node }]),
    ],
  };
}
