import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import type { Expression, leaves, SecretValue } from "@cicl/model";
import type { SupportedEvent } from "../build/events.ts";
import { knownText } from "../build/known.ts";
import type { Scope } from "../build/scope.ts";
import type { ResolvedOptions } from "../options.ts";
import { factOn } from "./contexts.ts";
import { optionName, secretId } from "./names.ts";

type Leaf = ReturnType<typeof leaves>[number];

/** How a part of a value reaches a script. */
export type Part =
  /** Known now. */
  | { readonly kind: "text"; readonly text: string }
  /** Put in by Cloud Build where it replaces `${NAME}`. */
  | { readonly kind: "substitution"; readonly text: string; readonly name: string }
  /** Read from a file of an earlier job. */
  | { readonly kind: "output"; readonly job: string; readonly output: string }
  /** Told by an earlier job's receipt. */
  | { readonly kind: "result"; readonly job: string }
  /** Handed in by Secret Manager, under this name. */
  | { readonly kind: "secret"; readonly name: string };

/** The text of a value as far as the event and the options decide it. */
export function textOn(
  value: Expression,
  event: SupportedEvent,
  { variables, repository = "" }: Pick<ResolvedOptions, "variables" | "repository">,
): string | undefined {
  return knownText(value, (leaf) => {
    if (leaf.kind === "literal") return leaf.value;
    if (leaf.kind === "variable") return variables[optionName(leaf)];
    if (leaf.kind !== "context") return undefined;
    const fact = factOn(leaf.name, event, repository);
    return fact.kind === "text" ? fact.text : undefined;
  });
}

/**
 * Says how a part of a value reaches a script, and reports what can't.
 * @param origin where the value is read
 */
export function resolve(leaf: Leaf, scope: Scope, origin: Origin): Part {
  const nothing: Part = { kind: "text", text: "" };
  const refuse = (diagnostic: Diagnostic): Part => {
    scope.report(diagnostic);
    return nothing;
  };
  switch (leaf.kind) {
    case "literal":
      return { kind: "text", text: leaf.value };
    case "context": {
      const fact = factOn(leaf.name, scope.event, scope.options.repository ?? "");
      if (fact.kind === "text") return fact;
      if (fact.kind === "unknown") return refuse(unknownFact(leaf.name, fact.fix, origin));
      return { ...fact, name: `CICL_${leaf.name.toUpperCase().replace(/[.-]/g, "_")}` };
    }
    case "output":
      return scope.plan.has(leaf.job) ? leaf : nothing;
    case "result":
      return scope.plan.has(leaf.job) ? leaf : { kind: "text", text: "skipped" };
    case "variable": {
      const text = scope.options.variables[optionName(leaf)];
      return text === undefined
        ? refuse(missing("variables", optionName(leaf), "\u2026", origin))
        : { kind: "text", text };
    }
    case "secret":
      return secretPart(leaf, scope, origin) ?? nothing;
    case "input":
    case "matrix":
    case "step-output":
    case "native":
      throw new RangeError(`A value of the kind ${leaf.kind} is refused before it is lowered.`);
  }
}

function secretPart(secret: SecretValue, scope: Scope, origin: Origin): Part | undefined {
  if (scope.event === "pull-request") {
    scope.report(secretOnPullRequest(secret, origin));
    return undefined;
  }
  const version = scope.options.secrets[optionName(secret)];
  if (version === undefined) {
    scope.report(missing("secrets", optionName(secret), "1", origin));
    return undefined;
  }
  const name = `CICL_SECRET_${optionName(secret)}`;
  const resource = `projects/${scope.options.project ?? ""}/secrets/${secretId(secret)}`;
  scope.secrets.set(name, `${resource}/versions/${version}`);
  scope.pins.secret(resource, version);
  return { kind: "secret", name };
}

function unknownFact(name: string, fix: string, origin: Origin): Diagnostic {
  return error(
    "CICL5001",
    { what: `Cloud Build doesn't know ${name}.`, why: "The value would be empty, without a word.", fix },
    { origin, target: "cloudbuild" },
  );
}

function secretOnPullRequest(secret: SecretValue, origin: Origin): Diagnostic {
  return error(
    "CICL5001",
    {
      what: `The secret ${secret.name} is read on pull requests, whose builds on Cloud Build have no secrets.`,
      why: "All steps of a build share one service account, and a pull request brings its own build file along.",
      fix: 'Give the job a condition that excludes pull requests, e.g. when: when.branch("main").',
    },
    { origin, target: "cloudbuild" },
  );
}

function missing(option: "variables" | "secrets", name: string, example: string, origin: Origin): Diagnostic {
  const what = option === "secrets" ? `the version of the secret ${name}` : `the variable ${name}`;
  return error(
    "CICL5006",
    {
      what: `The options of cloudbuild don't name ${what}.`,
      why:
        option === "secrets"
          ? "A version that isn't pinned changes under a running pipeline."
          : "Cloud Build keeps no variables of its own.",
      fix: `Add it in cicl.config.ts: cloudbuild: { ${option}: { ${name}: "${example}" } }.`,
    },
    { origin, target: "cloudbuild" },
  );
}
