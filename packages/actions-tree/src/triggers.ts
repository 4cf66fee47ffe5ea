import { folderOf, map, type YamlData, type YamlEntry, yaml } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { NativeKey, NativeTrigger, PathFilter, Trigger } from "@cicl/model";
import { lowerCallTrigger, lowerInputs } from "./call-trigger.ts";
import { eventTitles } from "./contexts.ts";
import type { Fields } from "./fields.ts";
import { withKeys } from "./native-keys.ts";
import { inside, type Scope, type Spot, traceAt } from "./scope.ts";
import { pathIn } from "./steps/step.ts";

/**
 * Lowers the triggers to the value of `on`. Pushes of branches and of tags are one event to the engine; a filter on
 * either kind alone keeps the other out, so both are stated whenever one is.
 */
export function lowerTriggers(triggers: readonly Trigger[], scope: Scope): YamlEntry {
  const on: Record<string, YamlData> = {};
  const spot: Spot = { node: "pipeline", owner: "pipeline", path: ["on"], origin: scope.pipeline.origin };
  const push: Record<string, YamlData> = {};
  const crons: YamlData[] = [];
  refuseRepeated(triggers, scope);
  refuseOperators(triggers, scope);
  for (const trigger of triggers) {
    const trace = (feature: Parameters<typeof traceAt>[2], ...path: readonly (string | number)[]): void =>
      traceAt(scope, inside(spot, ...path), feature);
    switch (trigger.kind) {
      case "push":
        trace("trigger.push", "push");
        push.branches = [...strings(push.branches), ...(trigger.branches ?? ["**"])];
        if (ignores(trigger)) push.branches = undefined;
        if (trigger.paths) {
          trace("trigger.push.paths", "push", "paths");
          push.paths = paths(trigger.paths, scope);
        }
        on.push = push;
        break;
      case "tag":
        trace("trigger.tag", "push", "tags");
        push.tags = [...strings(push.tags), ...trigger.tags];
        on.push = push;
        break;
      case "pull-request":
        trace("trigger.pull-request", "pull_request");
        if (trigger.paths) trace("trigger.pull-request.paths", "pull_request", "paths");
        if (trigger.activities) trace("trigger.pull-request.activities", "pull_request", "types");
        on.pull_request = {
          types: trigger.activities,
          branches: trigger.branches,
          paths: trigger.paths && paths(trigger.paths, scope),
        };
        break;
      case "merge-queue":
        trace("trigger.merge-queue", "merge_group");
        on.merge_group = { types: ["checks_requested"], branches: trigger.branches };
        break;
      case "schedule":
        trace("trigger.schedule", "schedule", crons.length);
        if (trigger.zone) trace("trigger.schedule.zone", "schedule", crons.length);
        crons.push(scope.dialect.schedule(trigger));
        on.schedule = crons;
        break;
      case "manual":
        trace("trigger.manual", "workflow_dispatch");
        if (Object.keys(trigger.inputs).length > 0) trace("trigger.manual.inputs", "workflow_dispatch", "inputs");
        if (Object.values(trigger.inputs).some(({ type }) => type === "environment")) {
          trace("trigger.manual.inputs.environment", "workflow_dispatch", "inputs");
        }
        on.workflow_dispatch = { inputs: lowerInputs(trigger.inputs) };
        break;
      case "call":
        trace("trigger.call", "workflow_call");
        on.workflow_call = lowerCallTrigger(trigger, scope, inside(spot, "workflow_call"));
        break;
      case "native":
        traceAt(scope, inside(spot, trigger.event), "trigger.native", trigger.event);
        on[trigger.event] = { ...trigger.filters };
        break;
    }
    addKeys(on, trigger, scope, spot);
  }
  leaveOutQueue(on, scope);
  const reasons = reasonsOf(triggers, scope);
  const entries = Object.entries(on).map(
    ([key, value]): YamlEntry => ({ key, value: emptyAsNull(value), ...reasons.get(key) }),
  );
  return { key: "on", value: map(entries) };
}

/** The candidates of a merge queue aren't pushes, although the engine starts one for each where a pattern lets it. */
function leaveOutQueue(on: Record<string, YamlData>, { dialect: { queueBranches } }: Scope): void {
  if (queueBranches === undefined || on.push === undefined) return;
  const push = on.push as Fields;
  const branches = strings(push.branches);
  const named = branches.filter((glob) => glob.startsWith(queueBranches));
  const others = branches.filter((glob) => !named.includes(glob));
  const letIn = others.some((glob) => {
    const start = glob.split("*", 1)[0] ?? "";
    return queueBranches.startsWith(start) && /\*\*|\//.test(glob);
  });
  // The last pattern that matches decides.
  if (letIn) on.push = { ...push, branches: [...others, `!${queueBranches}**`, ...named] };
  const ignored = strings(push["branches-ignore"]);
  if (ignored.length > 0) on.push = { ...push, "branches-ignore": [...ignored, `${queueBranches}**`] };
}

/** Why an event stands there that auditors warn of, for whoever reviews the file. */
function reasonsOf(triggers: readonly Trigger[], { dialect }: Scope): ReadonlyMap<string, Pick<YamlEntry, "comment">> {
  const reasons = triggers.flatMap((trigger) => {
    if (trigger.kind !== "native" || trigger.reason === undefined) return [];
    const reason = trigger.reason.replaceAll(/\s+/g, " ").trim();
    const comment = dialect.audited ? `zizmor: ignore[dangerous-triggers] ${reason}` : reason;
    return [[trigger.event, { comment: [comment] }] as const];
  });
  return new Map(reasons);
}

/** Keys of the target's own; activities stand beside the portable ones, which are the usual ones where none is named. */
function addKeys(on: Record<string, YamlData>, trigger: Trigger, scope: Scope, spot: Spot): void {
  if (!("native" in trigger) || !trigger.native) return;
  const event = eventTitles[trigger.kind];
  const before = on[event] as Fields;
  const places = { value: "run-name", condition: "job-condition" } as const;
  const after = withKeys(before, trigger.native, "trigger.key", places, scope, inside(spot, event), trigger.kind);
  const usual = trigger.kind === "pull-request" ? (trigger.activities ?? usualActivities) : [];
  on[event] = after.types === before.types ? after : { ...after, types: [...usual, ...strings(after.types)] };
}

/** The activities that start a run where a trigger names none. */
const usualActivities = ["opened", "synchronize", "reopened"];

function ignores(trigger: Trigger): boolean {
  return "native" in trigger && trigger.native?.some(({ path }) => path[0] === "branches-ignore") === true;
}

/**
 * An engine takes one filter for an event. Two triggers of the same kind would have to be mixed into one that lets
 * more, or less, through than either says.
 */
function refuseRepeated(triggers: readonly Trigger[], scope: Scope): void {
  for (const [index, trigger] of triggers.entries()) {
    const before = triggers.slice(0, index).filter((other) => eventOf(other) === eventOf(trigger));
    const mixable = (one: Trigger): boolean =>
      one.kind === "schedule" ||
      one.kind === "tag" ||
      (one.kind === "push" && one.paths === undefined && one.native === undefined);
    if (before.length === 0 || [trigger, ...before].every(mixable)) continue;
    scope.report(
      error(
        "CICL5001",
        {
          what: `${scope.dialect.title} takes one ${eventOf(trigger)} trigger a pipeline, and this is another.`,
          why: "Mixing their filters would start runs that neither asks for, or miss some.",
          fix: "Join them into one trigger, or make two pipelines.",
        },
        { origin: trigger.origin, target: scope.dialect.target },
      ),
    );
  }
}

/** What an engine takes one filter for. */
function eventOf(trigger: Trigger): string {
  return trigger.kind === "native" ? trigger.event : trigger.kind;
}

/** An event without any filter is written `event:`, as people do. */
function emptyAsNull(value: YamlData): YamlEntry["value"] {
  const node = yaml(value);
  return node.kind === "map" && node.entries.length === 0 ? yaml(null) : node;
}

function strings(value: YamlData): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/**
 * Excluded globs stand behind the included ones with an exclamation mark: the last match decides. Like every path of a
 * pipeline they are relative to its own folder.
 */
function paths(filter: PathFilter, scope: Scope): readonly string[] {
  const include = filter.include.length === 0 ? ["**"] : filter.include;
  const here = (glob: string): string => pathIn(folderOf(scope.pipeline), glob);
  return [...include.map(here), ...filter.exclude.map((glob) => `!${here(glob)}`)];
}

/** Characters that the engine reads as operators and the model doesn't, and the one that it reads otherwise. */
const operators = /[?+[\]!\\{}]/;

function patternsOf({ filters }: NativeTrigger): readonly string[] {
  return ["branches", "branches-ignore", "paths"].flatMap((name) => filters[name] ?? []);
}

function ignoredBranches(keys: readonly NativeKey[] = []): readonly string[] {
  return keys.flatMap(({ path, content }) =>
    path[0] === "branches-ignore" && content.kind === "data" && Array.isArray(content.data)
      ? content.data.map(String)
      : [],
  );
}

/** Refuses the globs of a trigger that the engine would understand in its own way. */
function refuseOperators(triggers: readonly Trigger[], scope: Scope): void {
  for (const trigger of triggers) {
    const globs = [
      ...("branches" in trigger ? (trigger.branches ?? []) : []),
      ...(trigger.kind === "native" ? patternsOf(trigger) : []),
      ...("native" in trigger ? ignoredBranches(trigger.native) : []),
      ...("tags" in trigger ? trigger.tags : []),
      ...("paths" in trigger && trigger.paths ? [...trigger.paths.include, ...trigger.paths.exclude] : []),
    ];
    for (const glob of globs.filter((candidate) => operators.test(candidate))) {
      scope.report(
        error(
          "CICL5001",
          {
            what: `${scope.dialect.title} reads the pattern "${glob}" of the ${eventOf(trigger)} trigger in its own way.`,
            why: "There ?, +, !, brackets and braces are operators, so that runs would start that you don't mean.",
            fix: "Use * and ** alone, and leave the finer choice to conditions.",
          },
          { origin: trigger.origin, target: scope.dialect.target },
        ),
      );
    }
  }
}
