import { yaml } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Json, NativeStep, PerTargetStep, Step, StepKind } from "@cicl/model";
import { thaw } from "../native-keys.ts";
import { type Spot, traceAt } from "../scope.ts";
import { isOwnId } from "../step-id.ts";
import { lowerUses, refuseCache, restores } from "./action.ts";
import { lowerDownload, lowerUpload } from "./artifact.ts";
import { lowerCancel, lowerParallel, lowerWait } from "./background.ts";
import { lowerCache } from "./cache.ts";
import { lowerComposite } from "./composite.ts";
import { lowerContainer } from "./container.ts";
import { guardId, nextSpot } from "./emit.ts";
import { lowerImage } from "./image.ts";
import { lowerScript } from "./script.ts";
import { lowerSetup } from "./setup.ts";
import type { StepLowering, StepScope } from "./step.ts";

/** What pins an action: a commit or digest, or that it comes from the repository itself. */
const pinned = /^(?:\.\/|\$\/|docker:\/\/.+@sha256:[0-9a-f]{64}$|.+@[0-9a-f]{40}$)/;

const afterFailure = /\b(?:always|failure|cancelled)\s*\(/i;

/** Whether a condition inside a step holds after a failure too; what stands in quotes is text. */
function goesOnAnyway(json: Json): boolean {
  if (typeof json !== "object" || json === null) return false;
  return Object.entries(json).some(([key, value]) =>
    key === "if" && typeof value === "string"
      ? afterFailure.test(value.replaceAll(/'[^']*'/g, "''"))
      : goesOnAnyway(value),
  );
}

/** The step in the target's own words is copied; that it is pinned is asked of it all the same. */
const lowerNative: StepLowering<NativeStep> = (step, scope, spot) => {
  const { uses, id } = step.step;
  if (typeof uses === "string" && !pinned.test(uses)) {
    scope.report(
      error(
        "CICL5003",
        {
          what: `The step runs ${uses}, which isn't pinned.`,
          why: "An action by tag or branch can be changed under the pipeline by whoever owns it.",
          fix: "Name its commit, forty hex digits, or use uses(…), which takes the pin from the lock.",
        },
        { origin: step.origin, target: scope.dialect.target },
      ),
    );
  }
  if (!scope.mayCache && restores(step)) refuseCache(step, scope);
  if (guardId(scope) !== undefined && goesOnAnyway(step.step)) {
    scope.report(
      error(
        "CICL4003",
        {
          what: "The step is a deploy's, and its `if` lets it run after a failure.",
          why: "It would run where a gate has not passed or the ref may not deploy.",
          fix: 'Write it with sh({ runs: "on-failure" }) or uses(…, { runs: "always" }), which wait for the gates.',
        },
        { origin: step.origin, target: scope.dialect.target },
      ),
    );
  }
  if (typeof id === "string" && isOwnId(id)) {
    scope.report(
      error(
        "CICL2002",
        {
          what: `The step has the id "${id}", which cicl gives to steps itself.`,
          why: "Two steps with one id make the whole file invalid.",
          fix: "Give it another id.",
        },
        { origin: step.origin, target: scope.dialect.target },
      ),
    );
  }
  traceAt(scope, nextSpot(scope, spot), "step.native", step.target);
  scope.steps.push(yaml(thaw(step.step), step.origin));
};

/** The steps of this target alone. */
const lowerPerTarget: StepLowering<PerTargetStep> = (step, scope, spot) => {
  traceAt(scope, spot, "step.per-target", Object.keys(step.targets).join(" "));
  const steps = step.targets[scope.dialect.target] ?? [];
  const { index: _, ...outside } = scope;
  for (const [index, inner] of steps.entries()) {
    lowerStep(inner, outside, { ...spot, node: `${spot.node}/${scope.dialect.target}/${index}`, origin: inner.origin });
  }
};

const lowerings: { readonly [K in StepKind]: StepLowering<Extract<Step, { kind: K }>> } = {
  script: lowerScript,
  setup: lowerSetup,
  cache: lowerCache,
  upload: lowerUpload,
  download: lowerDownload,
  container: lowerContainer,
  image: lowerImage,
  uses: lowerUses,
  composite: lowerComposite,
  native: lowerNative,
  parallel: lowerParallel,
  wait: lowerWait,
  cancel: lowerCancel,
  "per-target": lowerPerTarget,
};

/** Lowers a step of any kind. */
export function lowerStep(step: Step, scope: StepScope, spot: Spot): void {
  const lower = lowerings[step.kind] as StepLowering<Step>;
  lower(step, scope, spot);
}

/** The spot of a job's list of steps, for the step at an index. */
export function stepsSpot(job: { readonly id: string }, index: number, step: Step): Spot {
  return {
    node: `step:${job.id}/${index}`,
    owner: `job:${job.id}`,
    path: ["jobs", job.id, "steps"],
    origin: step.origin,
  };
}
