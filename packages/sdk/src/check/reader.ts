import { at, type Diagnostic, didYouMean, type Origin } from "@cicl/diagnostics";
import { isSealed } from "../sealed.ts";
import { fail, gather, throwAll } from "./fail.ts";

/**
 * Checks a value at run time as the type checker does at compile time.
 * @param value anything
 * @param origin its place, with the property path that leads to it
 * @returns the value as the representation wants it
 * @throws CiclError when it is wrong
 */
export type Reader<T> = (value: unknown, origin: Origin) => T;

type Shape = Readonly<Record<string, Reader<unknown>>>;
type Optional<S extends Shape> = { [K in keyof S]: undefined extends ReturnType<S[K]> ? K : never }[keyof S];

/** What an object reader returns: keys whose reader may return `undefined` are absent then. */
export type ReadOf<S extends Shape> = { readonly [K in Exclude<keyof S, Optional<S>>]: ReturnType<S[K]> } & {
  readonly [K in Optional<S>]?: Exclude<ReturnType<S[K]>, undefined>;
};

/** Reads an object whose keys are all known; reports every problem inside at once. */
export function object<const S extends Shape>(title: string, shape: S): Reader<ReadOf<S>> {
  const known = Object.keys(shape);
  const readers = Object.entries(shape).map(([key, reader]) => ({ key, reader, absence: absences.get(reader) }));
  return (value, origin) => {
    if (!isPlain(value)) wrong(value, "an object", origin);
    const found: Diagnostic[] = [];
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) gather(found, () => unknownKey(title, key, known, at(origin, key)));
    }
    const result: Record<string, unknown> = {};
    for (const { key, reader, absence } of readers) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      if (given === undefined && absence) {
        if (absence.value !== undefined) result[key] = absence.value;
        continue;
      }
      gather(found, () => {
        const read = reader(given, at(origin, key));
        if (read !== undefined) result[key] = read;
      });
    }
    throwAll(found);
    return result as ReadOf<S>;
  };
}

/** What readers return for an absent value. Most options are absent, and asking for their place takes a while. */
const absences = new WeakMap<Reader<unknown>, { readonly value: unknown }>();

/** Reads an object that maps free names to values of one kind; in authored order. */
export function record<T>(reader: (value: unknown, origin: Origin, name: string) => T): Reader<readonly T[]> {
  return (value, origin) => {
    if (!isPlain(value)) wrong(value, "an object", origin);
    return readAll(Object.entries(value), (entry) => reader(entry[1], at(origin, entry[0]), entry[0]));
  };
}

/** Reads an array; reports every problem inside at once. */
export function list<T>(reader: Reader<T>, least = 0): Reader<readonly T[]> {
  return (value, origin) => {
    if (!Array.isArray(value)) wrong(value, "an array", origin);
    if (value.length < least) wrong(value, "an array with at least one element", origin);
    // A hole of a sparse array must be seen too, so the indices count, not the elements that exist.
    return readAll(Array.from(value), (element, index) => reader(element, at(origin, String(index))));
  };
}

/** Lets a value be absent. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return withDefault<T | undefined>(reader, undefined);
}

/** Gives an absent value a default. */
export function withDefault<T>(reader: Reader<T>, absent: T): Reader<T> {
  const result: Reader<T> = (value, origin) => (value === undefined ? absent : reader(value, origin));
  absences.set(result, { value: absent });
  return result;
}

/** Reads one of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): Reader<W> {
  return (value, origin) => {
    const word = words.find((known) => known === value);
    if (word === undefined) {
      const hint = typeof value === "string" ? didYouMean(value, words) : "";
      wrong(value, words.map((known) => JSON.stringify(known)).join(" or "), origin, hint);
    }
    return word;
  };
}

/** Reads a string that isn't empty. */
export const text: Reader<string> = (value, origin) => {
  if (typeof value !== "string") wrong(value, "a string", origin);
  if (value === "") wrong(value, "a string that isn't empty", origin);
  return writable(value, origin);
};

/** What holds no whole characters is read by no engine's YAML, and a zero byte ends every text of the system. */
export function writable(value: string, origin: Origin): string {
  if (unwritable.test(value)) wrong(value, "text without NUL and without halves of surrogate pairs", origin);
  return value;
}

const unwritable = /[\p{Cs}\0]/u;

export const flag: Reader<boolean> = (value, origin) =>
  typeof value === "boolean" ? value : wrong(value, "true or false", origin);

/** Reads a whole number in a range, both ends included. */
export function whole(from: number, to = Number.MAX_SAFE_INTEGER): Reader<number> {
  const wanted =
    to === Number.MAX_SAFE_INTEGER ? `a whole number from ${from}` : `a whole number from ${from} to ${to}`;
  return (value, origin) =>
    typeof value === "number" && Number.isInteger(value) && value >= from && value <= to
      ? value
      : wrong(value, wanted, origin);
}

/** Throws CICL2004: the value at this place has another type than wanted. */
export function wrong(value: unknown, wanted: string, origin: Origin, hint = ""): never {
  const path = origin.path ?? [];
  wrongThing(path.length === 0 ? "The argument" : `"${path.join(".")}"`, value, wanted, origin, hint);
}

/** The same for something that isn't best named by its path. @param subject begins the sentence */
export function wrongThing(subject: string, value: unknown, wanted: string, origin: Origin, hint = ""): never {
  fail(
    "CICL2004",
    {
      what: `${subject} must be ${wanted}, but it is ${describe(value)}.`,
      why: "A value of the wrong type would end up in the rendered file as something that nobody wrote.",
      fix: `${hint}Write ${wanted} here.`,
    },
    origin,
  );
}

/** Says whether a value is an object of free keys: no array, no handle, no class instance. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || isSealed(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The prototype of another realm's object isn't ours, but its own prototype is null as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unknownKey(title: string, key: string, known: readonly string[], origin: Origin): never {
  fail(
    "CICL2003",
    {
      what: `${title} has no key "${key}".`,
      why: "A misspelt key would be dropped without a word.",
      fix: `${didYouMean(key, known)}The known keys are ${known.join(", ")}.`,
    },
    origin,
  );
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (typeof value === "string") return value === "" ? "an empty string" : `the string ${JSON.stringify(value)}`;
  if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${String(value)}`;
  if (typeof value === "object" && isSealed(value)) return "something made by cicl for another place";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isPlain(value)) return "an object";
  const { name } = Object(Reflect.get(value, "constructor"));
  return typeof name === "string" && name !== "" ? `an instance of ${name}` : "an object that isn't a plain one";
}

/** Reads several things; reports every problem among them at once. */
export function readAll<V, T>(values: readonly V[], reader: (value: V, index: number) => T): readonly T[] {
  const found: Diagnostic[] = [];
  const read: T[] = [];
  for (const [index, value] of values.entries()) gather(found, () => void read.push(reader(value, index)));
  throwAll(found);
  return read;
}
