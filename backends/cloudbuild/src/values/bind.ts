import { type Binding, type Expression, leaves } from "@cicl/model";
import type { Scope } from "../build/scope.ts";
import { shellWord, withoutSubstitution } from "../shell/quote.ts";
import { type Part, resolve } from "./resolve.ts";

/** What a step needs so that its script finds values in its environment. */
export interface Environment {
  /** `NAME=value`, as Cloud Build substitutes it. */
  readonly env: readonly string[];
  readonly secretEnv: readonly string[];
  /** Lines of shell that set what only the build knows. */
  readonly lines: readonly string[];
  /** The names that are set. */
  readonly names: readonly string[];
}

/**
 * Prepares the environment of a step. Where a name is bound twice, the later binding counts.
 * @param node the node that the values are counted at, for each binding
 */
export function bind(bindings: readonly (Binding & { readonly node: string })[], scope: Scope): Environment {
  if (bindings.length === 0) return emptyEnvironment;
  const env = new Map<string, string>();
  const secretEnv = new Set<string>();
  const lines: string[] = [];
  const last = new Map(bindings.map((binding) => [binding.name, binding]));
  for (const binding of bindings) traceValue(binding.value, binding.node, scope);
  for (const binding of last.values()) {
    const parts = leaves(binding.value).map((leaf) => resolve(leaf, scope, binding.origin));
    if (parts.every((part) => part.kind === "text" || part.kind === "substitution")) {
      env.set(binding.name, parts.map(substitutedText).join(""));
    } else {
      lines.push(...assemble(binding.name, parts));
      for (const part of parts) {
        if (part.kind === "secret") secretEnv.add(part.name);
        if (part.kind === "substitution") env.set(part.name, part.text);
      }
    }
  }
  return {
    env: [...env].map(([name, value]) => `${name}=${value}`),
    secretEnv: [...secretEnv],
    lines,
    names: [...last.keys()],
  };
}

const emptyEnvironment: Environment = { env: [], secretEnv: [], lines: [], names: [] };

/** Records that the kinds of a value went to the step that is made next. */
export function traceValue(value: Expression, node: string, scope: Scope): void {
  const path = ["steps", scope.steps.length];
  if (value.kind === "template") scope.tracer.add("value.template", node, path);
  for (const leaf of leaves(value)) {
    if (leaf.kind === "literal") continue;
    const scoped = (leaf.kind === "secret" || leaf.kind === "variable") && leaf.environment !== undefined;
    if (!scoped) scope.tracer.add(`value.${leaf.kind}`, node, path);
    else
      scope.tracer.add(leaf.kind === "secret" ? "value.secret.environment" : "value.variable.environment", node, path);
  }
}

function substitutedText(part: Extract<Part, { kind: "text" | "substitution" }>): string {
  return part.kind === "text" ? withoutSubstitution(part.text) : part.text;
}

/** Joins parts of which some are known only in the build. Values are only ever assigned, never executed. */
function assemble(name: string, parts: readonly Part[]): readonly string[] {
  const [only] = parts;
  if (only && parts.length === 1) return [...read(only), `export ${name}=${reference(only)}`];
  return [
    `${name}=`,
    ...parts.flatMap((part) => [...read(part), `${name}="$${name}"${reference(part)}`]),
    `export ${name}`,
  ];
}

/** The command after which `cicl_value` holds the part. */
function read(part: Part): readonly string[] {
  if (part.kind === "output") return [`cicl_output ${part.job} ${part.output}`];
  return part.kind === "result" ? [`cicl_result ${part.job}`] : [];
}

/** The part as a word of the shell. */
function reference(part: Part): string {
  switch (part.kind) {
    case "text":
      return shellWord(part.text);
    case "substitution":
    case "secret":
      return `"$${part.name}"`;
    case "output":
    case "result":
      return '"$cicl_value"';
  }
}
