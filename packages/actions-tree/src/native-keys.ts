import type { YamlData } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import { type Feature, type Json, keyDetail, type NativeKey } from "@cicl/model";
import { condition } from "./condition.ts";
import type { Fields } from "./fields.ts";
import type { Place } from "./places.ts";
import { inside, type Scope, type Spot, traceAt, writtenAt } from "./scope.ts";
import { operandAt, text } from "./value.ts";

/** Where the expressions among the keys stand. */
export interface KeyPlaces {
  readonly value: Place;
  readonly condition: Place;
}

/** Keys that say more about something, which has to be there. */
const additions: readonly string[] = ["environment", "container", "services", "concurrency"];

/**
 * Puts the keys of this target among those that were lowered. A key inside another one is added to what that holds.
 * @param spot of the map
 * @param owner tells apart what shares a node
 */
export function withKeys(
  fields: Fields,
  keys: readonly NativeKey[] | undefined,
  feature: Feature,
  places: KeyPlaces,
  scope: Scope,
  spot: Spot,
  owner = "",
): Fields {
  let all = fields;
  for (const key of keys ?? []) {
    const here = inside(writtenAt(spot, key.origin), ...key.path);
    traceAt(scope, here, feature, keyDetail(key, owner));
    if (isDangling(all, key.path)) scope.report(dangling(key, scope));
    if (isTaken(all, key.path)) scope.report(taken(key, scope));
    all = set(all, key.path, contentOf(key, places, scope, here));
  }
  return all;
}

function contentOf({ content, path }: NativeKey, places: KeyPlaces, scope: Scope, spot: Spot): YamlData {
  switch (content.kind) {
    case "data":
      return thaw(content.data);
    case "value": {
      const place = placeOf(path) ?? places.value;
      if (!numbers.has(path.at(-1) ?? "")) return text(content.value, place, scope, spot);
      const operand = operandAt(content.value, place, scope, spot);
      return `\${{ ${/^fromJSON\(/i.test(operand) ? operand : `fromJSON(${operand})`} }}`;
    }
    case "condition":
      return `\${{ ${condition(content.condition, places.condition, scope, spot)} }}`;
  }
}

/** Keys that take a number: outputs and variables are text, which the engine refuses there. */
const numbers: ReadonlySet<string> = new Set(["timeout-minutes", "cancel-timeout-minutes"]);

/** Keys that know more or less than their neighbours. */
function placeOf(path: readonly string[]): Place | undefined {
  if (path.includes("credentials")) return "credentials";
  return path[0] === "strategy" ? "strategy" : undefined;
}

/** Plain data as it is printed. */
export function thaw(json: Json): YamlData {
  if (typeof json !== "object" || json === null) return json;
  if (isList(json)) return json.map(thaw);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, thaw(value)]));
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isDangling(fields: Fields, [head = "", ...rest]: readonly string[]): boolean {
  if (rest.length === 0 || !additions.includes(head)) return false;
  const held = members(fields[head]);
  return head === "services" ? held?.[rest[0] ?? ""] === undefined : held === undefined;
}

/** Keys that cicl fills in unless something else is said. */
const replaceable: readonly string[] = ["runs-on", "timeout-minutes", "name", "types"];

function isTaken(fields: Fields, [head = "", ...rest]: readonly string[]): boolean {
  if (replaceable.includes(head)) return false;
  const value = fields[head];
  return rest.length === 0 ? value !== undefined : isTaken(members(value) ?? {}, rest);
}

function set(fields: Fields, [head = "", ...rest]: readonly string[], value: YamlData): Fields {
  return { ...fields, [head]: rest.length === 0 ? value : set(members(fields[head]) ?? {}, rest, value) };
}

function members(value: YamlData): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function dangling(key: NativeKey, { dialect }: Scope): ReturnType<typeof error> {
  const owner = key.path[0] === "services" ? `services.${key.path[1]}` : key.path[0];
  return error(
    "CICL5001",
    {
      what: `${key.path.join(".")} says more about ${owner}, which isn't there.`,
      why: `${dialect.title} would refuse the whole file.`,
      fix: `Declare ${owner} with cicl's own option first, or leave the key out.`,
    },
    { origin: key.origin, target: dialect.target },
  );
}

function taken(key: NativeKey, { dialect }: Scope): ReturnType<typeof error> {
  return error(
    "CICL5001",
    {
      what: `${key.path.join(".")} is said twice: cicl writes it already.`,
      why: "One of the two would be lost without a word.",
      fix: "Say it in one place: by cicl's own option where there is one.",
    },
    { origin: key.origin, target: dialect.target },
  );
}
