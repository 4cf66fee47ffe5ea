import { readFileSync } from "node:fs";

interface Definition {
  readonly context?: readonly string[];
  readonly string?: { readonly constant?: string };
  readonly mapping?: {
    readonly properties?: Readonly<Record<string, string | { readonly type: string }>>;
    readonly "loose-value-type"?: string;
  };
  readonly sequence?: { readonly "item-type": string };
  readonly "one-of"?: readonly string[];
  readonly "allowed-values"?: readonly string[];
}

/** The definitions of GitHub's own schema of workflows, by name. */
const published: Readonly<Record<string, Definition>> = JSON.parse(
  readFileSync(
    new URL("../node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json", import.meta.url),
    "utf8",
  ),
).definitions;

const root = "workflow-root-strict";

/** The schema with the keys that GitHub has had since the package was released. */
const definitions: Readonly<Record<string, Definition>> = {
  ...published,
  ...Object.fromEntries([root, "job-factory"].map((name) => [name, withKey(published[name], "cache-mode")])),
  "cache-mode": { "allowed-values": ["read", "write", "write-only", "none"] },
};

function withKey(definition: Definition = {}, key: string): Definition {
  const properties = { ...definition.mapping?.properties, [key]: key };
  return { ...definition, mapping: { ...definition.mapping, properties } };
}

const typeOf = (property: string | { readonly type: string }): string =>
  typeof property === "string" ? property : property.type;

/** The contexts and functions that expressions may use in what a definition describes. */
export function contextOf(definition: string): readonly string[] {
  return definitions[definition]?.context ?? [];
}

/** Every key and every listed word that a workflow can hold: `<definition>.<key>`, and `<definition>=<word>`. */
export function everythingInTheSchema(): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const definition = definitions[name];
    if (!definition || seen.has(name)) return;
    seen.add(name);
    for (const word of wordsOf(definition)) found.add(`${name}=${word}`);
    for (const [key, property] of Object.entries(definition.mapping?.properties ?? {})) {
      found.add(`${name}.${key}`);
      visit(typeOf(property));
    }
    visit(definition.mapping?.["loose-value-type"] ?? "");
    visit(definition.sequence?.["item-type"] ?? "");
    for (const alternative of definition["one-of"] ?? []) visit(alternative);
  };
  visit(root);
  return found;
}

/** The keys and words among them that a parsed workflow holds. */
export function usedOfTheSchema(workflow: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown, name: string): void => {
    const definition = definitions[name];
    if (!definition) return;
    for (const alternative of definition["one-of"] ?? []) if (fits(value, alternative)) visit(value, alternative);
    if (typeof value === "string" && wordsOf(definition).includes(value)) found.add(`${name}=${value}`);
    if (Array.isArray(value)) for (const item of value) visit(item, definition.sequence?.["item-type"] ?? "");
    else if (isMap(value) && definition.mapping) {
      const { properties = {}, "loose-value-type": loose } = definition.mapping;
      for (const [key, child] of Object.entries(value)) {
        const property = properties[key];
        if (property !== undefined) found.add(`${name}.${key}`);
        visit(child, property === undefined ? (loose ?? "") : typeOf(property));
      }
    }
  };
  visit(workflow, root);
  return found;
}

function wordsOf(definition: Definition): readonly string[] {
  const { constant } = definition.string ?? {};
  return [...(definition["allowed-values"] ?? []), ...(constant === undefined ? [] : [constant])];
}

/** Whether a value can be meant by a definition, as far as its kind and its own keys say. */
function fits(value: unknown, name: string): boolean {
  const definition = definitions[name];
  if (!definition) return false;
  if (definition["one-of"]) return definition["one-of"].some((alternative) => fits(value, alternative));
  if (Array.isArray(value)) return definition.sequence !== undefined;
  if (!isMap(value)) return !definition.mapping && !definition.sequence;
  if (!definition.mapping) return false;
  const { properties, "loose-value-type": loose } = definition.mapping;
  return loose !== undefined || Object.keys(value).every((key) => Object.hasOwn(properties ?? {}, key));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
