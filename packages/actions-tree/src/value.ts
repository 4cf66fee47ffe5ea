import { error } from "@cicl/diagnostics";
import { type Expression, leaves, type Template } from "@cicl/model";
import { type Place, placeTitles, refusedKinds } from "./places.ts";
import { type Scope, type Spot, traceOwned } from "./scope.ts";

type Leaf = Exclude<Expression, Template>;

/**
 * Prints a value where the engine takes text: literal parts as they are, the others as `${{ … }}`.
 * @param spot where the text goes; each kind of value is traced there
 */
export function text(value: Expression, place: Place, scope: Scope, spot: Spot): string {
  note(value, place, scope, spot);
  return leaves(value)
    .map((leaf) => (leaf.kind === "literal" ? escapeText(leaf.value) : `\${{ ${operand(leaf, scope)} }}`))
    .join("");
}

/** Prints a value as an operand of an expression. */
export function operandAt(value: Expression, place: Place, scope: Scope, spot: Spot): string {
  note(value, place, scope, spot);
  if (value.kind !== "template") return operand(value, scope);
  const parts = leaves(value);
  const runtime = parts.filter((part) => part.kind !== "literal");
  let index = 0;
  const format = parts.map((part) =>
    part.kind === "literal" ? part.value.replaceAll("{", "{{").replaceAll("}", "}}") : `{${index++}}`,
  );
  if (runtime.length === 0) return quote(parts.map((part) => (part.kind === "literal" ? part.value : "")).join(""));
  return `format(${[quote(format.join("")), ...runtime.map((part) => operand(part, scope))].join(", ")})`;
}

/** A string literal of the expression language. */
export function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The name under which an engine without scopes inside its store keeps a secret or variable of an environment. */
export function scopedName(name: string, environment: string | undefined): string {
  return environment === undefined ? name : `${environment.toUpperCase().replaceAll("-", "_")}__${name}`;
}

function operand(leaf: Leaf, scope: Scope): string {
  switch (leaf.kind) {
    case "literal":
      return quote(leaf.value);
    case "context":
      return scope.dialect.context(leaf.name, scope.events);
    case "input":
      return `inputs.${leaf.name}`;
    case "output":
      return `needs.${leaf.job}.outputs.${leaf.output}`;
    case "result":
      return resultOf(leaf.job, scope);
    case "secret":
      return `secrets.${scopedName(leaf.name, leaf.environment)}`;
    case "variable":
      return `vars.${scopedName(leaf.name, leaf.environment)}`;
    case "matrix":
      return `matrix.${leaf.key}`;
  }
}

/** The output by which a job that may fail says that it really succeeded, since its result reads success anyway. */
export const successToken = "cicl-success";

/** How a job ended. */
function resultOf(job: string, scope: Scope): string {
  const result = `needs.${job}.result`;
  if (!scope.graph.job(job).allowFailure) return result;
  return `(${result} == 'success' && needs.${job}.outputs.${successToken} != 'true' && 'failure' || ${result})`;
}

/** `${{` in plain text would start an expression; its first character alone, as an expression, doesn't. */
function escapeText(literal: string): string {
  return literal.split("${{").join("${{ '$' }}{{");
}

/** Traces the kinds of a value, and refuses those that the place can't read. */
function note(value: Expression, place: Place, scope: Scope, spot: Spot): void {
  if (value.kind === "template") traceOwned(scope, spot, "value.template");
  for (const leaf of leaves(value)) {
    if (leaf.kind === "literal") continue;
    if (refusedKinds[place].includes(leaf.kind)) {
      scope.report(
        error(
          "CICL2018",
          {
            what: `The ${leaf.kind} ${operand(leaf, scope)} can't be read in ${placeTitles[place]}.`,
            why: `${scope.dialect.title} evaluates that place before it knows the value, or where it must not be shown.`,
            fix: "Read it in a step, and hand on what the condition or name needs as an output of a job.",
          },
          { origin: spot.origin, target: scope.dialect.target },
        ),
      );
    }
    const scoped = (leaf.kind === "secret" || leaf.kind === "variable") && leaf.environment !== undefined;
    traceOwned(
      scope,
      spot,
      scoped
        ? leaf.kind === "secret"
          ? "value.secret.environment"
          : "value.variable.environment"
        : `value.${leaf.kind}`,
    );
  }
}
