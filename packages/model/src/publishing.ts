import type { Job } from "./job.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Json, Step } from "./step.ts";
import { nestedSteps, stepsOf } from "./walk.ts";

/**
 * Actions that make something public, in lower case, each with the input that turns it on where it has one. Source: the
 * description of each action.
 */
const publishingActions: Readonly<Record<string, string | undefined>> = {
  "actions/create-release": undefined,
  "actions/deploy-pages": undefined,
  "actions/upload-release-asset": undefined,
  "aws-actions/amazon-ecs-deploy-task-definition": undefined,
  "azure/functions-action": undefined,
  "azure/k8s-deploy": undefined,
  "azure/webapps-deploy": undefined,
  "changesets/action": "publish",
  "cloudflare/wrangler-action": undefined,
  "docker/bake-action": "push",
  "docker/build-push-action": "push",
  "google-github-actions/deploy-appengine": undefined,
  "google-github-actions/deploy-cloud-functions": undefined,
  "google-github-actions/deploy-cloudrun": undefined,
  "goreleaser/goreleaser-action": undefined,
  "helm/chart-releaser-action": undefined,
  "jamesives/github-pages-deploy-action": undefined,
  "js-devtools/npm-publish": undefined,
  "ncipollo/release-action": undefined,
  "peaceiris/actions-gh-pages": undefined,
  "pypa/gh-action-pypi-publish": undefined,
  "rubygems/release-gem": undefined,
  "softprops/action-gh-release": undefined,
};

/** Scopes of the engine's token that a job asks to write to in order to make something public. */
const publishingScopes = ["packages", "pages", "deployments"] as const;

/** What a workflow elsewhere could make something public with. */
const foreignScopes = [...publishingScopes, "contents", "attestations", "id-token"] as const;

/**
 * The action by which a job makes something public, also from inside a composite action of the pipeline's own.
 * @returns `owner/repo`, `undefined` where there is none that is known
 */
export function publishingAction(job: Job, { actions = [] }: Pick<Pipeline, "actions">): string | undefined {
  const inside = (step: Step): readonly Step[] => {
    if (step.kind !== "composite") return [step];
    const steps = actions.find(({ name }) => name === step.action)?.steps ?? [];
    return nestedSteps(steps, "").flatMap((nested) => inside(nested.step));
  };
  const steps = stepsOf(job).flatMap(({ step }) => inside(step));
  return steps.map(actionRunOf).find((run) => run !== undefined && isPublishing(run))?.action;
}

/** An action with its inputs, as far as they are known; of a value only that it is one. */
interface ActionRun {
  /** `owner/repo` or below. */
  readonly action: string;
  readonly inputs: ReadonlyMap<string, string | undefined>;
}

/** The action that a step runs, also one in a target's own words. */
function actionRunOf(step: Step): ActionRun | undefined {
  if (step.kind === "uses") {
    const inputs = step.inputs.map(
      ({ name, value }) => [name.toLowerCase(), value.kind === "literal" ? value.value : undefined] as const,
    );
    return { action: step.action, inputs: new Map(inputs) };
  }
  if (step.kind !== "native" || typeof step.step.uses !== "string") return undefined;
  const given = typeof step.step.with === "object" && step.step.with !== null ? step.step.with : {};
  const inputs = Object.entries(given).map(([name, value]) => [name.toLowerCase(), writtenOf(value)] as const);
  return { action: step.step.uses.split("@", 1)[0] ?? "", inputs: new Map(inputs) };
}

function writtenOf(value: Json): string | undefined {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.includes("${{") ? undefined : text;
}

function isPublishing({ action, inputs }: ActionRun): boolean {
  const name = action.toLowerCase();
  if (!Object.hasOwn(publishingActions, name)) return false;
  const turnedOn = publishingActions[name];
  if (turnedOn === undefined) return true;
  const says = (input: string, isOn: (text: string) => boolean): boolean => {
    const text = inputs.get(input);
    return inputs.has(input) && (text === undefined || isOn(text));
  };
  return (
    says(turnedOn, (text) => text !== "false" && text !== "") ||
    ["outputs", "set"].some((input) => says(input, (text) => /\bpush=true\b|\btype=registry\b/.test(text)))
  );
}

/** Whether a job's token, or what it hands to a workflow elsewhere, is there to make something public. */
export function mayPublish({ permissions, call }: Job): boolean {
  const writes = (scopes: readonly (keyof typeof permissions)[]): boolean =>
    scopes.some((scope) => permissions[scope] === "write");
  if (call?.of.kind === "foreign") return call.secrets.length > 0 || writes(foreignScopes);
  return writes(publishingScopes);
}
