import type { Sealed } from "./sealed.ts";

/** What a misspelt key must hold: nothing can. The key shows in the compiler's message. */
export interface UnknownKey<K> extends Sealed<{ unknown: K }> {}

type Leaf =
  | Sealed<unknown>
  | ((...values: never) => unknown)
  | readonly unknown[]
  | string
  | number
  | boolean
  | null
  | undefined;

type KeyOf<U> = U extends Leaf ? never : keyof U;
type Member<U, K> = U extends Leaf ? never : K extends keyof U ? U[K] : never;

/**
 * `T` with every key that `U` doesn't know made impossible, at any depth. TypeScript itself checks surplus keys of
 * fresh literals only; this one also sees through spreads and variables.
 */
export type Exact<T, U> = T extends Leaf
  ? T
  : { readonly [K in keyof T]: K extends KeyOf<U> ? Exact<T[K], Member<U, K>> : UnknownKey<K> };
