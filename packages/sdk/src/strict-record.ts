import type { Origin } from "@cicl/diagnostics";
import { originHere } from "./origin.ts";

/**
 * Makes a frozen record whose unknown names are refused when they are read, as the type checker refuses them.
 * @param members what exists
 * @param refuse throws for any other name; it is given the place that reads it
 */
export function strictRecord<const R extends object>(
  members: R,
  refuse: (name: string, origin: Origin) => never,
): Readonly<R> {
  return new Proxy(Object.freeze({ ...members }), {
    get(target, name) {
      if (typeof name === "string" && Object.hasOwn(target, name)) return Reflect.get(target, name);
      // Promises, serialisers and consoles ask any object for these; none of them is a mistake of the user.
      if (typeof name === "symbol" || innocent.has(name)) return undefined;
      return refuse(name, originHere());
    },
  });
}

const innocent: ReadonlySet<string> = new Set([
  "then",
  "toJSON",
  "toString",
  "valueOf",
  "constructor",
  "inspect",
  "nodeType",
  "asymmetricMatch",
  "$$typeof",
  "__proto__",
]);
