import { expect } from "vitest";
import { checkBuild, type checkTrigger } from "../check.ts";

type Data = { readonly [key: string]: unknown };

/** A rule, a file just within it, one just past it, and the place of the one problem, as `steps.0.id`. */
export type Row = readonly [rule: string, within: Data, past: Data, place: string];

/** A step with an id that waits for nothing. */
export function step(id: string, overrides: Data = {}): Data {
  return { name: "alpine:3", id, waitFor: ["-"], ...overrides };
}

/** A build of one step. */
export function one(overrides: Data = {}, build: Data = {}): Data {
  return { steps: [step("a", overrides)], ...build };
}

/** A build of these steps. */
export function all(...steps: readonly Data[]): Data {
  return { steps };
}

/** `count` items. */
export function times<T>(count: number, item: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

/** A map of `count` substitutions, with a step that uses them. */
export function substituting(substitutions: Readonly<Record<string, string>>): Data {
  const args = Object.keys(substitutions).map((key) => `$${key}`);
  const steps = [step("a", { args: args.slice(0, 100) }), step("b", { args: args.slice(100) })];
  return { steps, substitutions };
}

/** Expects that a row's first build holds, and that its second has one problem, at the place. */
export function expectRow(
  [, within, past, place]: Row,
  check: typeof checkBuild | typeof checkTrigger = checkBuild,
): void {
  expect(check(within)).toEqual([]);
  const problems = check(past);
  expect(problems.map(({ path }) => path.join("."))).toEqual([place]);
  for (const { what, why, fix } of problems) {
    for (const sentence of [what, why, fix]) expect(sentence).toMatch(/\.$/);
  }
}
