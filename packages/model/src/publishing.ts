import { type ActionRun, actionRunOf, withComposites } from "./action-run.ts";
import type { Job } from "./job.ts";
import type { Pipeline } from "./pipeline.ts";
import { stepsOf } from "./walk.ts";

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
export function publishingAction(job: Job, pipeline: Pick<Pipeline, "actions">): string | undefined {
  const steps = withComposites(
    stepsOf(job).map(({ step }) => step),
    pipeline,
  );
  return steps.map(actionRunOf).find((run) => run !== undefined && isPublishing(run))?.action;
}

function isPublishing({ action, inputs }: ActionRun): boolean {
  if (!Object.hasOwn(publishingActions, action)) return false;
  const turnedOn = publishingActions[action];
  if (turnedOn === undefined) return true;
  const given = inputs();
  const says = (input: string, isOn: (text: string) => boolean): boolean => {
    const text = given.get(input);
    return given.has(input) && (text === undefined || isOn(text));
  };
  return (
    says(turnedOn, (text) => text !== "false" && text !== "") ||
    ["outputs", "set"].some((input) => says(input, (text) => /\bpush=true\b|\btype=registry\b/.test(text)))
  );
}

/** Whether a job makes something public, whatever it builds: it deploys, or may publish by an action or a scope. */
export function makesPublic(job: Job, pipeline: Pick<Pipeline, "actions">): boolean {
  return job.environment !== undefined || mayPublish(job) || publishingAction(job, pipeline) !== undefined;
}

/** Whether a job's token, or what it hands to a workflow elsewhere, is there to make something public. */
function mayPublish({ permissions, call }: Job): boolean {
  const writes = (scopes: readonly (keyof typeof permissions)[]): boolean =>
    scopes.some((scope) => permissions[scope] === "write");
  if (call?.of.kind === "foreign") return call.secrets.length > 0 || writes(foreignScopes);
  return writes(publishingScopes);
}
