import { at } from "@cicl/diagnostics";
import type { Json, NativeContent, NativeKey, TargetId } from "@cicl/model";
import { isPlain, list, object, optional, type Reader, wrong } from "./check/reader.ts";
import { condition } from "./condition.ts";
import { isSealed } from "./sealed.ts";
import { textValue } from "./values.ts";

type Entry = Pick<NativeKey, "path" | "content" | "origin">;

/** Reads a key, or keys below one, of one target. */
export type KeyReader = Reader<readonly Entry[]>;

const leaf =
  (content: Reader<NativeContent>): KeyReader =>
  (value, origin) => [{ path: [], content: content(value, origin), origin }];

/** A key that holds plain data. @param reader refuses what the target would */
export function data(reader: Reader<Json>): KeyReader {
  return leaf((value, origin) => ({ kind: "data", data: reader(value, origin) }));
}

/** A key that holds text, a number, or a value known only in the run. */
export const value: KeyReader = leaf((given, origin) => {
  const read = textValue(given, origin);
  return typeof given === "number" || typeof given === "boolean"
    ? { kind: "data", data: given }
    : { kind: "value", value: read };
});

/** A key that holds a condition. */
export const decides: KeyReader = leaf((given, origin) => ({ kind: "condition", condition: condition(given, origin) }));

/** Keys below one, all optional. */
export function keys<const S extends Readonly<Record<string, KeyReader>>>(title: string, shape: S): KeyReader {
  const read = object(
    title,
    Object.fromEntries(Object.entries(shape).map(([key, reader]) => [key, optional(reader)] as const)),
  );
  return (given, origin) => Object.entries(read(given, origin)).flatMap(([key, inner]) => below(key, inner ?? []));
}

/** Keys below each of some free names. */
export function named(reader: KeyReader): KeyReader {
  return (given, origin) =>
    isPlain(given)
      ? Object.entries(given).flatMap(([name, inner]) => below(name, reader(inner, at(origin, name))))
      : wrong(given, "an object", origin);
}

/** One of two forms: an object of keys, or a plain value. */
export function either(plain: KeyReader, group: KeyReader): KeyReader {
  return (given, origin) =>
    typeof given === "object" && given !== null && !isSealed(given) && !Array.isArray(given)
      ? group(given, origin)
      : plain(given, origin);
}

/** The keys of one target, as the representation holds them. */
export function nativeKeys(target: TargetId, reader: KeyReader): Reader<readonly NativeKey[]> {
  return (given, origin) => reader(given, origin).map((entry) => ({ target, ...entry }));
}

/** A list of texts as plain data. */
export function texts(reader: Reader<string>): Reader<Json> {
  return list(reader, 1);
}

function below(key: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => ({ ...entry, path: [key, ...entry.path] }));
}
