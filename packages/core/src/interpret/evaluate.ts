import { type Condition, globToRegExp, matchesAny, type NativeEventCondition, refContexts } from "@cicl/model";
import { type RunFacts, textOf } from "./facts.ts";

/** What a condition comes to; `unknown` where the facts don't decide it. */
export type Verdict = boolean | "unknown";

/**
 * Evaluates a condition in three values (Kleene's): a part that is unknown matters only where the others don't decide.
 * Comparison ignores ASCII case, also of branches and tags, as the engines' own does; paths are compared exactly. A
 * missing value, which an empty one is, equals nothing.
 */
export function evaluate(condition: Condition, facts: RunFacts): Verdict {
  switch (condition.kind) {
    case "branch":
      return matchesRef(condition.pattern, facts.branch);
    case "tag":
      return matchesRef(condition.pattern, facts.tag);
    case "event":
      return facts.event === undefined ? "unknown" : facts.event === condition.event;
    case "fork":
      return facts.fork ?? "unknown";
    case "draft":
      return facts.draft ?? "unknown";
    case "changed":
      if (facts.changed === undefined) return "unknown";
      return facts.changed === "everything" || facts.changed.some((path) => matchesAny(path, condition.globs));
    case "equals": {
      const text = textOf(condition.value, facts);
      if (text === undefined) return "unknown";
      return text !== "" && asciiLower(text) === asciiLower(condition.to);
    }
    case "native-event":
      if (facts.event !== "native") return facts.event === undefined ? "unknown" : false;
      return facts.nativeEvent ? isNativeEvent(condition, facts.nativeEvent) : "unknown";
    case "native":
      return "unknown";
    case "and":
      return decide(condition.of, facts, false);
    case "or":
      return decide(condition.of, facts, true);
    case "not":
      return negate(evaluate(condition.of, facts));
  }
}

/**
 * Says whether a condition holds because case is ignored, and wouldn't otherwise. Deploys test their ref exactly.
 * @param facts of one run, with nothing unknown
 */
export function holdsOnlyByCase(condition: Condition, facts: RunFacts): boolean {
  return evaluate(condition, facts) === true && evaluate(exactRefs(condition, facts), facts) !== true;
}

/** Says whether the kind of the event alone decides a condition. */
export function isEventOnly(condition: Condition): boolean {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.of.every(isEventOnly);
    case "not":
      return isEventOnly(condition.of);
    case "event":
      return true;
    case "branch":
    case "tag":
    case "fork":
    case "draft":
    case "changed":
    case "equals":
    case "native-event":
    case "native":
      return false;
  }
}

/** Replaces conditions on refs by what they come to when case counts: an empty `or` never holds. */
function exactRefs(condition: Condition, facts: RunFacts): Condition {
  if (condition.kind === "branch" || condition.kind === "tag") {
    const name = facts[condition.kind];
    const exact = typeof name === "string" && globToRegExp(condition.pattern).test(name);
    return exact ? condition : { kind: "or", of: [] };
  }
  if (condition.kind === "equals" && condition.value.kind === "context" && condition.value.name in refContexts) {
    const text = textOf(condition.value, facts);
    return text === undefined || text === condition.to ? condition : { kind: "or", of: [] };
  }
  if (condition.kind === "not") return { kind: "not", of: exactRefs(condition.of, facts) };
  if (condition.kind !== "and" && condition.kind !== "or") return condition;
  return { kind: condition.kind, of: condition.of.map((part) => exactRefs(part, facts)) };
}

/** An `or` is decided by one true part, an `and` by one false part. */
function decide(parts: readonly Condition[], facts: RunFacts, decisive: boolean): Verdict {
  const verdicts = parts.map((part) => evaluate(part, facts));
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes("unknown") ? "unknown" : !decisive;
}

function isNativeEvent(
  { event, activity }: NativeEventCondition,
  actual: NonNullable<RunFacts["nativeEvent"]>,
): Verdict {
  if (event !== actual.event || activity === undefined) return event === actual.event;
  return actual.activity === undefined ? "unknown" : activity === actual.activity;
}

function negate(verdict: Verdict): Verdict {
  return verdict === "unknown" ? "unknown" : !verdict;
}

function matchesRef(pattern: string, name: string | null | undefined): Verdict {
  if (name === undefined) return "unknown";
  return name !== null && globToRegExp(asciiLower(pattern)).test(asciiLower(name));
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
