import { type YamlData, type YamlEntry, yaml } from "@cicl/backend-kit";
import type { Start } from "./job-condition.ts";

/** The keys of a map in the order in which they are printed; `undefined` ones are left out. */
export type Fields = Readonly<Record<string, YamlData>>;

/** What a job waits for, as it is printed. */
export function needsOf({ needs }: Start): YamlData {
  return needs.length === 0 ? undefined : needs;
}

/** The condition of a job, as it is printed. */
export function ifOf({ condition }: Start): YamlData {
  return condition === undefined ? undefined : `\${{ ${condition} }}`;
}

/** The entries of a map, without the keys that hold nothing. */
export function entriesOf(fields: Fields): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value !== undefined) entries.push({ key, value: yaml(value) });
  }
  return entries;
}
