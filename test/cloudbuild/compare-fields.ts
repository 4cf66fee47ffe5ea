import { readFileSync } from "node:fs";

/** The type of a field as Google names it: a scalar, a message, the values of an enumeration, a list or a map. */
type FieldType = string | readonly string[] | { readonly list: FieldType } | { readonly map: FieldType };

interface Message {
  readonly fields: Readonly<Record<string, FieldType>>;
  readonly required?: readonly string[];
}

/** As much of a JSON Schema as ours use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
}

/** What differs, as `Message.field`, with `=VALUE`, `absent`, `as a number` or `type` where it isn't the field itself. */
export interface Differences {
  /** Google accepts it, and we refuse it. */
  readonly refused: ReadonlySet<string>;
  /** We accept it, and Google refuses it. */
  readonly added: ReadonlySet<string>;
}

const { messages } = JSON.parse(readFileSync(new URL("google-fields.json", import.meta.url), "utf8")) as {
  readonly messages: Readonly<Record<string, Message>>;
};

/**
 * Compares one of our schemas with Google's message, field by field, and all messages below it.
 * @param root our JSON Schema
 * @param name of Google's message
 */
export function compareFields(root: Schema, name: string): Differences {
  const refused = new Set<string>();
  const added = new Set<string>();
  compareMessage(root, name);
  return { refused, added };

  function compareMessage(schema: Schema, message: string): void {
    const { fields, required = [] } = messageOf(message);
    const own = schema.properties ?? {};
    if (schema.additionalProperties !== false) added.add(`${message}.*`);
    for (const field of Object.keys(own)) if (!(field in fields)) added.add(`${message}.${field}`);
    for (const [field, type] of Object.entries(fields)) {
      const ours = own[field];
      const place = `${message}.${field}`;
      if (!ours) refused.add(place);
      else compareType(resolve(ours), type, place);
      if (!ours) continue;
      if (schema.required?.includes(field) && !required.includes(field)) refused.add(`${place} absent`);
      if (required.includes(field) && !schema.required?.includes(field)) added.add(`${place} absent`);
    }
  }

  function compareType(ours: Schema, type: FieldType, place: string): void {
    if (isValues(type)) compareValues(ours, type, place);
    else if (typeof type === "object") compareInside(ours, type, place);
    else if (type in messages) compareMessage(ours, type);
    else if (type === "int64" && scalarOf(ours) === "int64") refused.add(`${place} as a number`);
    else if (scalarOf(ours) !== type) added.add(`${place} type`);
  }

  function compareInside(
    ours: Schema,
    type: { readonly list: FieldType } | { readonly map: FieldType },
    place: string,
  ) {
    const inner = "list" in type ? ours.items : ours.additionalProperties;
    if (ours.type !== ("list" in type ? "array" : "object") || !inner) added.add(`${place} type`);
    else compareType(resolve(inner), "list" in type ? type.list : type.map, place);
  }

  function compareValues(ours: Schema, values: readonly string[], place: string): void {
    const own = ours.enum ?? (ours.const === undefined ? [] : [ours.const]);
    if (own.length === 0) added.add(`${place} type`);
    for (const value of own) if (!values.includes(value)) added.add(`${place}=${value}`);
    for (const value of values) if (!own.includes(value)) refused.add(`${place}=${value}`);
  }

  function resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const found = root.$defs?.[schema.$ref.replace("#/$defs/", "")];
    if (!found) throw new Error(`Nothing stands at ${schema.$ref}.`);
    return found;
  }
}

function messageOf(name: string): Message {
  const message = messages[name];
  if (!message) throw new Error(`Google has no message ${name}.`);
  return message;
}

function isValues(type: FieldType): type is readonly string[] {
  return Array.isArray(type);
}

/** Google's name for a scalar of ours. */
function scalarOf(schema: Schema): string | undefined {
  if (schema.pattern === undefined) return schema.type;
  if (schema.pattern.endsWith("s$")) return "duration";
  return schema.pattern === "^-?\\d+$" ? "int64" : undefined;
}
