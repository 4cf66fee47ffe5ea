/** What a user wrote in a target's own words is data: nothing in it is a node. */
function isForeign(value: object): boolean {
  if (!("kind" in value)) return false;
  return value.kind === "data" || (value.kind === "native" && "step" in value);
}

/**
 * Copies plain data with some of its objects replaced; what holds none of them stays the same object.
 * @param replace returns another object for one that is to be replaced, and the same one otherwise
 */
export function mapNodes<T>(value: T, replace: (node: object) => object): T {
  if (typeof value !== "object" || value === null) return value;
  if (isForeign(value)) return value;
  const replaced = replace(value);
  if (replaced !== value) return replaced as T;
  if (Array.isArray(value)) {
    const items = value.map((item) => mapNodes(item, replace));
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  const entries = Object.entries(value).map(([key, child]) => [key, mapNodes(child, replace)] as const);
  const same = entries.every(([key, child]) => child === (value as Record<string, unknown>)[key]);
  return same ? value : (Object.fromEntries(entries) as T);
}
