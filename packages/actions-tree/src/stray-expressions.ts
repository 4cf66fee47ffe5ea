import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import type { Pipeline } from "@cicl/model";

/**
 * Finds text of the author's that the engine would take for an expression. Values are escaped where they are printed,
 * scripts are refused there with a better message, and native steps are the engine's own words; anything else (names,
 * paths, matrix values, arguments, labels …) has no reason to hold the characters.
 */
export function strayExpressions(pipeline: Pipeline): readonly Diagnostic[] {
  const known = searched.get(pipeline) ?? search(pipeline);
  searched.set(pipeline, known);
  return known;
}

/** Targets that share this tree ask of the same pipeline. */
const searched = new WeakMap<Pipeline, readonly Diagnostic[]>();

function search(pipeline: Pipeline): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (value: unknown, key: string, origin: Origin): void => {
    if (typeof value === "string") {
      if (value.includes(opening)) found.push(stray(value, key, origin));
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) visit(value[index], key, origin);
    } else if (typeof value === "object" && value !== null && !isHandled(value)) {
      visitMembers(value as Readonly<Record<string, unknown>>, origin);
    }
  };
  const visitMembers = (members: Readonly<Record<string, unknown>>, origin: Origin): void => {
    const place = (members.origin as Origin | undefined) ?? origin;
    for (const name in members) {
      if (name === "origin" || (name === "text" && "shell" in members)) continue;
      if (name.includes(opening)) found.push(stray(name, name, place));
      visit(members[name], name, place);
    }
  };
  visit(pipeline, "pipeline", pipeline.origin);
  return found;
}

const opening = "${{";

function isHandled(value: object): boolean {
  if (!("kind" in value)) return false;
  return value.kind === "literal" || (value.kind === "native" && ("step" in value || "tree" in value));
}

function stray(value: string, key: string, origin: Origin): Diagnostic {
  return error(
    "CICL3005",
    {
      what: `${JSON.stringify(value)} (${key}) holds the opening of an expression, which the engine would evaluate.`,
      why: "Text that an engine evaluates can show secrets, or become something else than it says.",
      fix: "Use a value of cicl instead, e.g. commit.sha or a template, or leave the characters out.",
    },
    { origin },
  );
}
