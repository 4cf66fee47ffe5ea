import { scalar, type YamlNode } from "@cicl/backend-kit";
import { type Diagnostic, error, warning } from "@cicl/diagnostics";
import { actionRunOf, type Step, type UsesStep } from "@cicl/model";
import { inside, type Spot, traceAt } from "../scope.ts";
import { commonKeys, emit, nextSpot, stepKeyId, texts } from "./emit.ts";
import type { StepKeys, StepLowering, StepScope } from "./step.ts";

/**
 * The reference of an action by commit, with its version as a comment.
 * @param named what the step itself names: a commit, for an action or version that the lock doesn't know, and whether its
 * inputs are those that cicl knows of the action
 */
function actionReference(
  action: string,
  scope: StepScope,
  spot: Spot,
  { commit, version, known }: Pick<UsesStep, "commit" | "version" | "known">,
): YamlNode {
  if (commit !== undefined) return scalar(scope.dialect.uses(action, commit), version);
  const pin = scope.pins.action(action);
  if (pin?.knownVersion !== undefined && known) scope.report(otherVersion(action, pin.version, pin.knownVersion, spot));
  if (pin) return scalar(scope.dialect.uses(action, pin.commit), pin.version);
  scope.report(
    error(
      "CICL5003",
      {
        what: `The action ${action} is pinned neither in cicl.lock nor in the table that cicl ships.`,
        why: "An action by tag or branch can be changed under the pipeline by whoever owns it.",
        fix: `Run "cicl update ${action}", which pins its newest release, or name its commit: uses.untyped("${action}@<40 hex digits>", …).`,
      },
      { origin: spot.origin },
    ),
  );
  return scalar(action);
}

function otherVersion(action: string, pinned: string, known: string, spot: Spot): Diagnostic {
  return warning(
    "CICL5011",
    {
      what: `cicl.lock pins ${action} at ${pinned}, and the inputs that cicl knows are those of ${known}.`,
      why: "Another major version may read an input otherwise or not at all, and engines run on without it.",
      fix: `Pin ${known} in cicl.lock; inputs of another version can be given by uses("${action}", …).`,
    },
    { origin: spot.origin },
  );
}

/** Appends a step that runs an action with inputs of cicl's own. */
export function emitAction(action: string, keys: Omit<StepKeys, "uses">, scope: StepScope, spot: Spot): Spot {
  const { with: inputs = {} } = keys;
  const isEmpty = Object.values(inputs).every((value) => value === undefined);
  const uses = actionReference(action, scope, spot, { known: true });
  return emit({ uses, ...keys, with: isEmpty ? undefined : inputs }, scope, spot);
}

/**
 * Actions that bring files of another run, in lower case: with any inputs, or by one that turns it on where it is given or
 * unless it is turned off. Source: the description of each action.
 */
const restoringActions: Readonly<Record<string, { readonly input?: string; readonly usually?: true }>> = {
  "actions/cache": {},
  "actions/cache/restore": {},
  "actions/setup-dotnet": { input: "cache" },
  "actions/setup-go": { input: "cache", usually: true },
  "actions/setup-java": { input: "cache" },
  "actions/setup-node": { input: "cache" },
  "actions/setup-python": { input: "cache" },
  "actions-rust-lang/setup-rust-toolchain": { input: "cache", usually: true },
  "astral-sh/setup-uv": { input: "enable-cache", usually: true },
  "docker/build-push-action": { input: "cache-from" },
  "ruby/setup-ruby": { input: "bundler-cache" },
  "swatinem/rust-cache": {},
};

/** Whether a step brings files of another run. */
export function restores(step: Step): boolean {
  const run = actionRunOf(step);
  const known = run && Object.hasOwn(restoringActions, run.action) ? restoringActions[run.action] : undefined;
  if (!run || !known) return false;
  const { input, usually = false } = known;
  if (input === undefined) return true;
  const given = run.inputs();
  return given.has(input) ? !["", "false"].includes(given.get(input) ?? "known later") : usually;
}

/** Refuses a cache in a job that makes what is released. */
export function refuseCache(step: Step, { job, dialect, report }: StepScope): void {
  report(
    error(
      "CICL5001",
      {
        what: `The job "${job.id}" makes what is released, and has a cache.`,
        why: "A cache can be filled by whoever ran before, and its files would be released.",
        fix: "Leave out the cache in this job (of an action that has one by itself: turn it off), or build what is released in a job without one.",
      },
      { origin: step.origin, target: dialect.target },
    ),
  );
}

/** An action that the team names itself. */
export const lowerUses: StepLowering<UsesStep> = (step, scope, spot) => {
  traceAt(scope, inside(nextSpot(scope, spot), "uses"), "step.uses");
  if (!scope.mayCache && restores(step)) refuseCache(step, scope);
  emit(
    {
      id: stepKeyId(scope),
      uses: actionReference(step.action, scope, spot, step),
      with: texts("with", step.inputs, scope, spot),
      env: texts("env", step.env, scope, spot),
      ...commonKeys(step, scope, spot),
    },
    scope,
    spot,
  );
};
