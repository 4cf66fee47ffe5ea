import { type Condition, type EventName, globPrefix, isExact } from "@cicl/model";
import { eventTitles, maySeePullRequest, ownRefTests } from "./contexts.ts";
import type { Place } from "./places.ts";
import { type Scope, type Spot, type Starts, traceOwned } from "./scope.ts";
import { nativeOperand, operandAt, quote } from "./value.ts";

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
      return eventCondition(tree.event, scope);
    case "native-event": {
      traceOwned(scope, spot, "condition.native-event");
      const tests = [`github.event_name == ${quote(tree.event)}`];
      if (tree.activity !== undefined) tests.push(`github.event.action == ${quote(tree.activity)}`);
      return and(...tests);
    }
    case "native":
      traceOwned(scope, spot, "condition.native");
      return tight(nativeOperand(tree.tree, place, scope, spot));
    case "fork":
      traceOwned(scope, spot, "condition.fork");
      if (!maySeePullRequest(scope)) return tight("false");
      return and(
        "github.event_name == 'pull_request'",
        "github.event.pull_request.head.repo.full_name != github.repository",
      );
    case "draft":
      traceOwned(scope, spot, "condition.draft");
      if (!maySeePullRequest(scope)) return tight("false");
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

/** The run's own ref: on pull requests it names no branch. */
function refCondition(kind: "branch" | "tag", pattern: string, scope: Scope): Printed {
  const refs = kind === "branch" ? "heads" : "tags";
  const exact = isExact(pattern);
  const start = exact ? pattern : globPrefix(pattern);
  if (start === undefined) throw new RangeError("A condition on a glob is refused before it is lowered.");
  const full = quote(`refs/${refs}/${start}`);
  const matches = exact ? `github.ref == ${full}` : `startsWith(github.ref, ${full})`;
  return and(...ownRefTests(refs, scope, exact), matches);
}

function eventCondition(event: EventName, { events, natives }: Starts): Printed {
  if (event === "native") {
    return join(
      natives.map((name) => tight(`github.event_name == ${quote(name)}`)),
      "or",
    );
  }
  const name = `github.event_name == ${quote(eventTitles[event])}`;
  // Whoever calls a pipeline may do so on a push of either kind.
  const mixed = (other: EventName): boolean => events.has(other) || events.has("call");
  if (event === "tag" && mixed("push")) return and(name, "startsWith(github.ref, 'refs/tags/')");
  if (event === "push" && mixed("tag")) return and(name, "startsWith(github.ref, 'refs/heads/')");
  return tight(name);
}

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
