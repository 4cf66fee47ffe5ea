import { checkArtifacts } from "./rules/artifacts.ts";
import { checkDependencies } from "./rules/dependencies.ts";
import { checkOptions } from "./rules/options.ts";
import { checkOrder } from "./rules/order.ts";
import type { Problem } from "./rules/problem.ts";
import { checkSecrets } from "./rules/secrets.ts";
import { checkSteps } from "./rules/steps.ts";
import { checkReferences, checkSubstitutions, checkUnused } from "./rules/substitutions.ts";
import { checkTriggerItself } from "./rules/trigger.ts";
import { mapOf, textMapOf, viewOf } from "./rules/view.ts";
import { checkVolumes } from "./rules/volumes.ts";

export type { Problem } from "./rules/problem.ts";

/** What is known of a build beyond its file. */
export interface BuildContext {
  /** Keys of the substitutions that its trigger adds. */
  readonly substitutions?: readonly string[];
}

/**
 * Checks a build's configuration file against the rules of Cloud Build that no type expresses: limits, order, dollars,
 * secrets, volumes, times, logs. It loads no library. Keys and types are the schema's to check; what has a wrong type
 * is passed over here.
 * @param build the file as data
 * @returns what is wrong, in the order of the rules; empty when all holds
 */
export function checkBuild(build: unknown, context: BuildContext = {}): readonly Problem[] {
  const view = viewOf(build);
  return [
    ...checkOrder(view),
    ...checkSteps(view),
    ...checkSubstitutions(view.substitutions),
    ...checkReferences(view, context.substitutions ?? []),
    ...checkUnused(view),
    ...checkSecrets(view),
    ...checkVolumes(view),
    ...checkOptions(view),
    ...checkArtifacts(view),
    ...checkDependencies(view),
  ];
}

/**
 * Checks a trigger's file, and the build in it, where one is.
 * @param trigger the file as data
 * @returns what is wrong; empty when all holds
 */
export function checkTrigger(trigger: unknown): readonly Problem[] {
  const map = mapOf(trigger);
  const substitutions = Object.keys(textMapOf(map.substitutions));
  const inside = map.build === undefined ? [] : checkBuild(map.build, { substitutions });
  return [...checkTriggerItself(map), ...inside.map((problem) => ({ ...problem, path: ["build", ...problem.path] }))];
}
