import type { z } from "zod";

declare const absent: unique symbol;

/**
 * A type without the differences that don't matter: every object and list readonly, intersections flattened. What may
 * be absent is spelt out as a member, since a type that lacks an optional key would else be assignable both ways.
 */
type Shape<T> = T extends readonly (infer Item)[]
  ? readonly Shape<Item>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Shape<T[K]> | typeof absent : Shape<T[K]> }
    : T;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/**
 * Proves that a hand-written schema and a hand-written type say the same: compiles only when each is assignable to the
 * other, so that a change of one that forgets the other stops there.
 * @returns a function that returns the schema it is given
 */
export function exactly<T>(): <S extends z.ZodType>(schema: S & Same<Shape<z.infer<S>>, Shape<T>>) => S {
  return (schema) => schema;
}
