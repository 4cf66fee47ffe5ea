import { type ActionFact, facts, type InputFact } from "./data.ts";

interface Named {
  readonly action: string;
  /** The object that holds it: its owner. */
  readonly owner: string;
  /** Its function: the rest of its name. */
  readonly name: string;
  readonly fact: ActionFact;
}

/** The source of the typed bindings: an object for each owner, a function for each of its actions. */
export function bindingsSource(): string {
  const all = facts.map(([action, fact]): Named => {
    const [owner = "", ...rest] = action.split("/");
    return { action, fact, owner: lowerFirst(camel(owner)), name: camel(rest.join("/")) };
  });
  const owners = [...new Set(all.map(({ owner }) => owner))];
  return `// Generated from actions.json. Edit that file and run "pnpm generate".
import {
  type BooleanInput,
  type CodeInput,
  demandingAction,
  knownAction,
  type LinesInput,
  type NumberInput,
  type TextInput,
  type Value,
} from "@cicl/sdk";

${all.map(inputsType).join("\n")}
${owners
  .map((owner) =>
    ownerObject(
      owner,
      all.filter((one) => one.owner === owner),
    ),
  )
  .join("\n")}`;
}

function inputsType(one: Named): string {
  const members = Object.entries(one.fact.inputs).flatMap(([name, input]) => [
    ...comment(input),
    `  readonly ${key(name)}${isDemanded(input) ? "" : "?"}: ${typeOf(input)};`,
  ]);
  const title = `/** The inputs of \`${one.action}\` ${one.fact.version}. */`;
  if (members.length === 0) return `${title}\nexport type ${typeName(one)} = Record<never, never>;\n`;
  return `${title}
export interface ${typeName(one)} {
${members.join("\n")}
}
`;
}

function ownerObject(owner: string, all: readonly Named[]): string {
  const members = all.map((one) => `  /** \`${one.action}\` ${one.fact.version}. */\n  ${one.name}: ${made(one)},`);
  return `/** The actions of \`${all[0]?.action.split("/")[0]}\`. */
export const ${owner} = Object.freeze({
${members.join("\n")}
});
`;
}

function made(one: Named): string {
  const inputs = Object.entries(one.fact.inputs);
  const kinds = inputs.map(
    ([name, input]) => `${key(name)}: ${JSON.stringify(input.values ?? input.kind ?? "string")}`,
  );
  const required = inputs.flatMap(([name, input]) => (isDemanded(input) ? [JSON.stringify(name)] : []));
  const make = required.length > 0 ? "demandingAction" : "knownAction";
  const { permissions, outputs = [], older = {} } = one.fact;
  const described = {
    action: one.action,
    ...(permissions === undefined ? {} : { permissions }),
    ...(outputs.length === 0 ? {} : { outputs }),
    ...(Object.keys(older).length === 0 ? {} : { older }),
  };
  const args = [JSON.stringify(described), `() => ({ ${kinds.join(", ")} })`, ...required];
  const types = [typeName(one), union(outputs), union(Object.keys(older))];
  while (types.at(-1) === "never") types.pop();
  return `${make}<${types.join(", ")}>(${args.join(", ")})`;
}

/** A type of some words. */
function union(words: readonly string[]): string {
  return words.length === 0 ? "never" : words.map((word) => JSON.stringify(word)).join(" | ");
}

/** Engines fill in a default, so only an input without one must be given. */
function isDemanded(input: InputFact): boolean {
  return input.required === true && input.default === undefined;
}

function typeOf({ kind, values = [] }: InputFact): string {
  if (kind === "enum") return [...values.map((value) => JSON.stringify(value)), "Value<string>"].join(" | ");
  if (kind === "boolean") return "BooleanInput";
  if (kind === "number") return "NumberInput";
  if (kind === "code") return "CodeInput";
  return kind === "lines" ? "LinesInput" : "TextInput";
}

function comment(input: InputFact): readonly string[] {
  const deprecated = input.deprecated ? ["@deprecated"] : [];
  const absent = input.default ? [`@default ${JSON.stringify(input.default).replaceAll("*/", "*\\/")}`] : [];
  const tags = [...deprecated, ...absent];
  return tags.length === 0 ? [] : [`  /** ${tags.join(" ")} */`];
}

const typeName = ({ owner, name }: Named): string => `${upperFirst(owner)}${upperFirst(name)}Inputs`;
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
const camel = (name: string): string => name.replace(/[^A-Za-z0-9]+(.)/g, (_, next: string) => next.toUpperCase());
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
