import { map, type YamlEntry, yaml } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import { type Binding, isGuarded, type Step } from "@cicl/model";
import { stepCondition } from "../job-condition.ts";
import { withKeys } from "../native-keys.ts";
import { inside, type Spot, traceAt, writtenAt } from "../scope.ts";
import { stepId } from "../step-id.ts";
import { text } from "../value.ts";
import type { StepKeys, StepScope } from "./step.ts";

/** The keys of a step in the order in which people write them. */
const keyOrder = [
  "name",
  "id",
  "if",
  "uses",
  "with",
  "shell",
  "env",
  "working-directory",
  "run",
  "timeout-minutes",
  "continue-on-error",
  "background",
] as const satisfies readonly (keyof StepKeys)[];

/** Appends a step to the job; returns its spot. */
export function emit(keys: StepKeys, scope: StepScope, spot: Spot): Spot {
  const entries: YamlEntry[] = [];
  // A workflow has a default shell, an action none.
  const all = scope.place === "action-step" && keys.run !== undefined ? { ...keys, shell: keys.shell ?? "sh" } : keys;
  for (const key of keyOrder) if (all[key] !== undefined) entries.push({ key, value: yaml(all[key]) });
  scope.steps.push(map(entries, spot.origin));
  return inside(spot, scope.steps.length - 1);
}

/** The spot at which the next step will stand. */
export function nextSpot(scope: StepScope, spot: Spot): Spot {
  return inside(spot, scope.steps.length);
}

/** The keys that any kind of step can bring along, traced at the next step. */
export function commonKeys(step: Step, scope: StepScope, spot: Spot): StepKeys {
  const here = nextSpot(scope, spot);
  const place = scope.place === "step" ? "step-condition" : "action-condition";
  const condition = stepCondition(step, place, scope, here, guardId(scope));
  if (step.allowFailure) traceAt(scope, inside(here, "continue-on-error"), "step.allow-failure");
  if (step.timeoutMinutes !== undefined) traceAt(scope, inside(here, "timeout-minutes"), "step.timeout");
  return {
    name: step.name,
    if: condition === undefined ? undefined : `\${{ ${condition} }}`,
    "timeout-minutes": step.timeoutMinutes,
    "continue-on-error": step.allowFailure ? true : undefined,
    ...withKeys({}, step.native, "step.key", { value: scope.place, condition: "step-condition" }, scope, here),
  };
}

/** The id of the guard of a deploy. */
export function guardId({ job, place }: StepScope): string | undefined {
  return place === "step" && isGuarded(job.steps) ? stepId(0) : undefined;
}

/** The id of a step that others name. */
export function stepKeyId({ index, named }: StepScope): string | undefined {
  return index !== undefined && named.has(index) ? stepId(index) : undefined;
}

/** What the next step has under a key, as text with expressions; `undefined` where that is nothing. */
export function texts(
  key: "env" | "with",
  bindings: readonly Binding[],
  scope: StepScope,
  spot: Spot,
): Readonly<Record<string, string>> | undefined {
  if (bindings.length === 0) return undefined;
  const here = nextSpot(scope, spot);
  return Object.fromEntries(
    bindings.map((binding) => [
      binding.name,
      text(binding.value, scope.place, scope, inside(writtenAt(here, binding.origin), key, binding.name)),
    ]),
  );
}

/**
 * The text behind `run:`. A script never holds an expression, since the engine would paste its value into the code.
 * `CICL_OUTPUT` and `CICL_ENV` are the engine's own files.
 */
export function runText(script: string, shell: "sh" | "bash" | "pwsh", scope: StepScope, spot: Spot): string {
  if (script.includes("${{")) {
    scope.report(
      error(
        "CICL3005",
        {
          what: "The script holds `${{`, which the engine would replace before the shell sees it.",
          why: "Text that an engine pastes into a script is how values become commands.",
          fix: "Interpolate the value, e.g. `${commit.sha}`; where the characters themselves are meant, put them into a file of the repository.",
        },
        { origin: spot.origin },
      ),
    );
  }
  const files = (["CICL_OUTPUT", "CICL_ENV"] as const).filter((name) => script.includes(name));
  if (shell === "pwsh") {
    const lines = files.map((name) => `$env:${name} = $env:${engineFiles[name]}`);
    return ["$ErrorActionPreference = 'stop'", ...lines, script].join("\n");
  }
  const lines = files.map((name) => `export ${name}="$${engineFiles[name]}"`);
  return [shell === "sh" ? "set -eu" : "set -euo pipefail", ...lines, script].join("\n");
}

const engineFiles = { CICL_OUTPUT: "GITHUB_OUTPUT", CICL_ENV: "GITHUB_ENV" } as const;

/** A name for a script that has none: its first line that does something. */
export function scriptName(script: string): string {
  const line = script.split("\n").find((candidate) => candidate.trim() !== "" && !candidate.trim().startsWith("#"));
  const name = (line ?? "script").trim().replace(/\s*(&&|\|\||\\|\|)$/, "");
  const characters = [...name];
  return characters.length > 72 ? `${characters.slice(0, 71).join("")}…` : name;
}
