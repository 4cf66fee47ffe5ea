/**
 * Sets a property for a while.
 * @returns what brings the former property back
 */
export function replace(object: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    writable: true,
    enumerable: before?.enumerable ?? false,
  });
  return () => {
    if (before) Object.defineProperty(object, key, before);
    else Reflect.deleteProperty(object, key);
  };
}

/**
 * Prepares the object that a property holds before anybody reads it; Node makes some of its globals only then.
 * @returns what brings the former property back
 */
export function prepareOnRead(object: object, key: string, prepare: (value: object) => void): () => void {
  const before = Object.getOwnPropertyDescriptor(object, key);
  if (!before) return () => {};
  // User code may have made the property such that nobody can bring it back, and no one else's may be left behind for that.
  const bringBack = (): void => void Reflect.defineProperty(object, key, before);
  Object.defineProperty(object, key, {
    configurable: true,
    enumerable: before.enumerable ?? false,
    get() {
      bringBack();
      const value: unknown = Reflect.get(object, key);
      if (typeof value === "object" && value !== null) prepare(value);
      return value;
    },
    set(value: unknown) {
      Object.defineProperty(object, key, { configurable: true, writable: true, value });
    },
  });
  return bringBack;
}
