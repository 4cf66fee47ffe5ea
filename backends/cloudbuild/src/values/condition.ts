import type { Origin } from "@cicl/diagnostics";
import { type Condition, globPrefix, isExact, walkCondition } from "@cicl/model";
import { knownOn, lower } from "../build/known.ts";
import type { Scope } from "../build/scope.ts";
import { extendedExpression } from "../patterns.ts";
import { shellWord } from "../shell/quote.ts";
import { bind, traceValue } from "./bind.ts";
import { textOn } from "./resolve.ts";

/** A condition as shell: what prepares it, and the command that succeeds when it holds. */
export interface Test {
  readonly env: readonly string[];
  readonly lines: readonly string[];
  readonly command: string;
}

/**
 * Lowers a condition of a job or step to a test in the job's first step.
 * @param node the job that conditions are counted at
 * @returns `undefined` where the event decides that it holds
 */
export function testOf(
  condition: Condition,
  node: string,
  prefix: string,
  scope: Scope,
  origin: Origin,
): Test | undefined {
  traceCondition(condition, node, scope);
  const open = knownOn(condition, scope.event, (value) => textOn(value, scope.event, scope.options));
  if (open === true) return undefined;
  if (open === false) return { env: [], lines: [], command: "false" };
  const env: string[] = [];
  const lines: string[] = [];
  let index = 0;
  const print = (part: Condition): string => {
    switch (part.kind) {
      case "and":
        return `{ ${part.of.map(print).join(" && ")}; }`;
      case "or":
        return `{ ${part.of.map(print).join(" || ")}; }`;
      case "not":
        return `{ ! ${print(part.of)}; }`;
      case "branch":
      case "tag": {
        const name = part.kind === "branch" ? "BRANCH_NAME" : "TAG_NAME";
        env.push(`CICL_${name}=\${${name}}`);
        const value = `"$CICL_${name}"`;
        if (isExact(part.pattern)) return `cicl_equals ${value} ${shellWord(lower(part.pattern))}`;
        return `cicl_matches ${value} ${shellWord(extendedExpression(part.pattern))}`;
      }
      case "equals": {
        const name = `${prefix}_${++index}`;
        const bound = bind([{ name, value: part.value, origin, node }], scope);
        env.push(...bound.env);
        lines.push(...bound.lines);
        return `cicl_equals "$${name}" ${shellWord(lower(part.to))}`;
      }
      case "event":
      case "fork":
      case "draft":
      case "changed":
      case "native-event":
      case "native":
        throw new RangeError(`A condition of the kind ${part.kind} is decided before it is lowered.`);
    }
  };
  const command = print(open);
  return { env, lines, command };
}

/** Records where a condition and all that it reads went: also what the event decides went into this step. */
function traceCondition(condition: Condition, node: string, scope: Scope): void {
  const path = ["steps", scope.steps.length];
  walkCondition(condition, (part) => {
    if (part.kind === "and" || part.kind === "or" || part.kind === "not") return;
    if (part.kind === "branch" || part.kind === "tag") {
      const suffix = isExact(part.pattern) ? "" : globPrefix(part.pattern) === undefined ? ".glob" : ".prefix";
      scope.tracer.add(`condition.${part.kind}${suffix}`, node, path, part.pattern);
      return;
    }
    scope.tracer.add(`condition.${part.kind}`, node, path);
    if (part.kind === "equals") traceValue(part.value, node, scope);
  });
}
