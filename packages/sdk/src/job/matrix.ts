import { at, didYouMean, type Origin } from "@cicl/diagnostics";
import { deepFreeze, type Matrix, type MatrixLeg } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { flag, list, optional, type Reader, record, whole, withDefault, wrong } from "../check/reader.ts";
import { strictRecord } from "../strict-record.ts";
import { makeValue, type Value } from "../values.ts";

/** What a leg can hold for a key. */
export type Cell = string | number | boolean;

/** Vectors by key; `include`, `exclude`, `failFast` and `maxParallel` are reserved. */
export interface MatrixOptions {
  readonly [key: string]: readonly Cell[] | readonly Readonly<Record<string, Cell>>[] | boolean | number | undefined;
  readonly include?: readonly Readonly<Record<string, Cell>>[];
  readonly exclude?: readonly Readonly<Record<string, Cell>>[];
  /** Stops the other legs at the first failure; false by default. */
  readonly failFast?: boolean;
  readonly maxParallel?: number;
}

type Reserved = "include" | "exclude" | "failFast" | "maxParallel";

/** What the keys of a matrix must hold, one by one: an index signature alone can't say that. */
export type MatrixShape<M> = {
  readonly [K in keyof M]: M[K] extends Wanted<K> ? unknown : Wanted<K>;
};

type Wanted<K> = K extends Reserved ? MatrixOptions[K] : readonly Cell[];

type IncludedKeys<M> = M extends { readonly include: readonly (infer I)[] }
  ? I extends unknown
    ? keyof I
    : never
  : never;

/** The values of one leg by key. */
export type MatrixValues<M> = {
  readonly [K in Exclude<keyof M, Reserved> | IncludedKeys<M>]: Value<never, "matrix">;
};

const cell: Reader<Cell> = (value, origin) => {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : wrong(value, "text, a number, true or false", origin);
};

const leg: Reader<MatrixLeg> = (value, origin) =>
  Object.fromEntries(record((entry, place, name) => [key(name, place), cell(entry, place)] as const)(value, origin));

const reserved = {
  include: withDefault(list(leg), []),
  exclude: withDefault(list(leg), []),
  failFast: withDefault(flag, false),
  maxParallel: optional(whole(1)),
} as const satisfies Record<Reserved, Reader<unknown>>;

/** Reads a matrix. */
export const matrix: Reader<Matrix> = (value, origin) => {
  const members = new Map(record((member, place, name) => [name, { member, place }] as const)(value, origin));
  const read = <T>(name: Reserved, reader: Reader<T>): T => reader(members.get(name)?.member, at(origin, name));
  const vectors = [...members]
    .filter(([name]) => !Object.hasOwn(reserved, name))
    .map(([name, { member, place }]) => ({ key: key(name, place), values: list(cell, 1)(member, place) }));
  const include = read("include", reserved.include);
  const exclude = read("exclude", reserved.exclude);
  const maxParallel = read("maxParallel", reserved.maxParallel);
  if (vectors.length === 0 && include.length === 0) bad("holds no leg", at(origin));
  const known = vectors.map((vector) => vector.key);
  for (const [index, excluded] of exclude.entries()) {
    for (const name of Object.keys(excluded)) {
      if (!known.includes(name)) {
        bad(`excludes by the key "${name}", which has no vector`, at(origin, "exclude", String(index), name));
      }
    }
  }
  for (const vector of vectors) {
    if (new Set(vector.values.map(String)).size < vector.values.length) {
      bad(`holds a value of "${vector.key}" twice`, at(origin, vector.key));
    }
  }
  return deepFreeze({
    origin,
    vectors,
    include,
    exclude,
    failFast: read("failFast", reserved.failFast),
    ...(maxParallel === undefined ? {} : { maxParallel }),
  });
};

/** The values of a matrix's legs; reading an unknown key throws. The matrix owns them. */
export function matrixValues(of: Matrix): Readonly<Record<string, Value<never, "matrix">>> {
  const keys = new Set([...of.vectors.map((vector) => vector.key), ...of.include.flatMap((one) => Object.keys(one))]);
  const values = [...keys].map(
    (name) => [name, makeValue<never, "matrix">({ kind: "matrix", key: name }, of)] as const,
  );
  return strictRecord(Object.fromEntries(values), (name, origin) =>
    bad(`has no key "${name}"`, origin, `${didYouMean(name, keys)}Declare it, or use one of ${[...keys].join(", ")}.`),
  );
}

function key(name: string, origin: Origin): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) bad(`has a key ${JSON.stringify(name)} that isn't a name`, origin);
  // JavaScript takes an object apart that has such a key.
  if (name === "__proto__") bad('has the key "__proto__", which is reserved', origin, "Choose another key.");
  return name;
}

function bad(problem: string, origin: Origin, fix = "Correct the matrix."): never {
  fail(
    "CICL2011",
    { what: `The matrix ${problem}.`, why: "Its legs would not be those that you think of.", fix },
    origin,
  );
}
