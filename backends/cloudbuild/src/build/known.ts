import type { Condition, Expression } from "@cicl/model";
import { leaves } from "@cicl/model";
import type { SupportedEvent } from "./events.ts";

/**
 * Decides the parts of a condition that the kind of the event decides.
 * @param missing says whether a value is always empty on this event
 * @returns what is left to be tested while the build runs
 */
export function knownOn(
  condition: Condition,
  event: SupportedEvent,
  valueOn: (value: Expression) => string | undefined,
): Condition | boolean {
  switch (condition.kind) {
    case "and":
    case "or": {
      const decisive = condition.kind === "or";
      const parts = condition.of.map((part) => knownOn(part, event, valueOn));
      if (parts.includes(decisive)) return decisive;
      const open = parts.filter((part) => typeof part !== "boolean");
      const [only] = open;
      if (only === undefined) return !decisive;
      return open.length === 1 ? only : { kind: condition.kind, of: open };
    }
    case "not": {
      const inner = knownOn(condition.of, event, valueOn);
      return typeof inner === "boolean" ? !inner : { kind: "not", of: inner };
    }
    case "event":
      return condition.event === event;
    case "branch":
      return event === "push" ? condition : false;
    case "tag":
      return event === "tag" ? condition : false;
    case "equals": {
      const text = valueOn(condition.value);
      return text === undefined ? condition : text !== "" && lower(text) === lower(condition.to);
    }
    case "fork":
    case "draft":
    case "changed":
    case "native-event":
    case "native":
      throw new RangeError(`A condition of the kind ${condition.kind} is refused before it is lowered.`);
  }
}

/** ASCII letters in lower case, the others as they are. */
export function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The text of a value that consists of known parts; `undefined` where one is known only in the build. */
export function knownText(
  value: Expression,
  known: (leaf: ReturnType<typeof leaves>[number]) => string | undefined,
): string | undefined {
  const parts = leaves(value).map(known);
  return parts.includes(undefined) ? undefined : parts.join("");
}
