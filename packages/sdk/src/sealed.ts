/**
 * Marks a type as one that only this package makes. A protected member makes the type nominal, and TypeScript leaves
 * it out of a spread, so a copy `{ ...unit }` isn't assignable any more. It isn't private, since declarations, which users
 * are checked against, leave out the type of a private member. It exists for the checker only.
 */
export declare class Sealed<out K> {
  protected readonly sealed: K;
}

/** Holds what a handle stands for, out of reach of user code and lost by every copy. */
export interface Registry<Handle extends object, Node> {
  /** Freezes a handle and ties it to its node. */
  seal(handle: object, node: Node): Handle;
  /** @returns the node, or `undefined` for anything that wasn't sealed here, copies included */
  open(value: unknown): Node | undefined;
  /** Says whether a value was sealed here. */
  has(value: unknown): value is Handle;
}

/** What all registries answer to whether they hold a handle. */
const kinds: ((value: object) => boolean)[] = [];

/** Says whether a value is a handle of any kind; to everyone else it looks like an object with few members or none. */
export function isSealed(value: object): boolean {
  return kinds.some((has) => has(value));
}

/** Makes an empty registry; one for each kind of handle. */
export function registry<Handle extends object, Node>(): Registry<Handle, Node> {
  const nodes = new WeakMap<object, Node>();
  kinds.push((value) => nodes.has(value));
  return {
    seal(handle, node) {
      Object.freeze(handle);
      nodes.set(handle, node);
      return handle as Handle;
    },
    open: (value) => (typeof value === "object" && value !== null ? nodes.get(value) : undefined),
    has: (value): value is Handle => typeof value === "object" && value !== null && nodes.has(value),
  };
}
