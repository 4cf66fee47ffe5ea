import { type Condition, type EventName, globPrefix, isExact } from "@cicl/model";
import type { Place } from "./places.ts";
import { type Scope, type Spot, traceOwned } from "./scope.ts";
import { operandAt, quote } from "./value.ts";

/** An expression with the strength of its outermost operator, so that it is bracketed only where it must be. */
interface Printed {
  readonly source: string;
  readonly binds: "or" | "and" | "tight";
}

/**
 * Prints a condition as an expression, without `${{ }}`.
 * @param spot where it goes; every condition inside is traced there
 */
export function condition(tree: Condition, place: Place, scope: Scope, spot: Spot): string {
  return print(tree, place, scope, spot).source;
}

/** Joins expressions by `&&`, bracketing those that hold an `||` outside brackets. */
export function conjunction(parts: readonly (Printed | string)[]): string {
  return join(
    parts.map((part) => (typeof part === "string" ? tight(part) : part)),
    "and",
  ).source;
}

/** Prints a condition as a part of a conjunction. */
export function conditionPart(tree: Condition, place: Place, scope: Scope, spot: Spot): Printed {
  return print(tree, place, scope, spot);
}

function print(tree: Condition, place: Place, scope: Scope, spot: Spot): Printed {
  switch (tree.kind) {
    case "and":
    case "or":
      return join(
        tree.of.map((part) => print(part, place, scope, spot)),
        tree.kind,
      );
    case "not": {
      const inner = print(tree.of, place, scope, spot);
      return tight(
        /^[\w.]+\(.*\)$/.test(inner.source) && inner.binds === "tight" ? `!${inner.source}` : `!(${inner.source})`,
      );
    }
    case "branch":
    case "tag": {
      const kind = isExact(tree.pattern) ? "" : globPrefix(tree.pattern) === undefined ? ".glob" : ".prefix";
      traceOwned(scope, spot, `condition.${tree.kind}${kind}`, tree.pattern);
      return refCondition(tree.kind, tree.pattern, scope);
    }
    case "event":
      traceOwned(scope, spot, "condition.event");
      return eventCondition(tree.event, scope.events);
    case "fork":
      traceOwned(scope, spot, "condition.fork");
      return and(
        "github.event_name == 'pull_request'",
        "github.event.pull_request.head.repo.full_name != github.repository",
      );
    case "draft":
      traceOwned(scope, spot, "condition.draft");
      return and("github.event_name == 'pull_request'", "github.event.pull_request.draft == true");
    case "changed":
      throw new RangeError("A condition on changed files is refused before it is lowered.");
    case "equals":
      traceOwned(scope, spot, "condition.equals");
      // A missing value is empty, and the engines take an empty string for equal to 0 and false: a prefix makes both
      // sides strings that are never empty.
      return tight(`format('={0}', ${operandAt(tree.value, place, scope, spot)}) == ${quote(`=${tree.to}`)}`);
  }
}

/** The run's own ref: on pull requests it names no branch, so nothing else has to be asked. */
function refCondition(kind: "branch" | "tag", pattern: string, scope: Scope): Printed {
  const full = `refs/${kind === "branch" ? "heads" : "tags"}/`;
  if (isExact(pattern)) return tight(`github.ref == ${quote(full + pattern)}`);
  const prefix = globPrefix(pattern) ?? "";
  const starts = `startsWith(github.ref, ${quote(full + prefix)})`;
  // A merge queue runs on a branch of its own, which a prefix could match.
  return kind === "branch" && scope.events.has("merge-queue")
    ? and("github.event_name != 'merge_group'", starts)
    : tight(starts);
}

function eventCondition(event: EventName, events: ReadonlySet<EventName>): Printed {
  const name = `github.event_name == ${quote(eventTitles[event])}`;
  if (event === "tag") return events.has("push") ? and(name, "startsWith(github.ref, 'refs/tags/')") : tight(name);
  if (event === "push" && events.has("tag")) return and(name, "startsWith(github.ref, 'refs/heads/')");
  return tight(name);
}

/** The engine's word for each event. */
export const eventTitles: Readonly<Record<EventName, string>> = {
  push: "push",
  tag: "push",
  "pull-request": "pull_request",
  "merge-queue": "merge_group",
  schedule: "schedule",
  manual: "workflow_dispatch",
  call: "workflow_call",
};

function tight(source: string): Printed {
  return { source, binds: "tight" };
}

function and(...parts: readonly string[]): Printed {
  return join(parts.map(tight), "and");
}

function join(parts: readonly Printed[], operator: "and" | "or"): Printed {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  if (parts.length === 0) return tight(operator === "and" ? "true" : "false");
  const sources = parts.map((part) =>
    part.binds === "tight" || part.binds === operator ? part.source : `(${part.source})`,
  );
  return { source: sources.join(operator === "and" ? " && " : " || "), binds: operator };
}
