import type { Condition, Expression } from "@cicl/model";
import { expect, test } from "vitest";
import { knownOn } from "./known.ts";

const branch: Condition = { kind: "branch", pattern: "main" };
const onPush: Condition = { kind: "event", event: "push" };
const value: Expression = { kind: "output", job: "one", output: "answer" };
const equals: Condition = { kind: "equals", value, to: "Yes" };
const not = (of: Condition): Condition => ({ kind: "not", of });
const all = (...of: readonly Condition[]): Condition => ({ kind: "and", of });
const any = (...of: readonly Condition[]): Condition => ({ kind: "or", of });
const unknown = (): undefined => undefined;

test("a branch is open on a push and no other event has one", () => {
  expect(knownOn(branch, "push", unknown)).toBe(branch);
  expect(knownOn(branch, "tag", unknown)).toBe(false);
  expect(knownOn(not(branch), "pull-request", unknown)).toBe(true);
});

test("one part can decide, and what is decided is left out", () => {
  expect(knownOn(all(onPush, branch), "push", unknown)).toBe(branch);
  expect(knownOn(all(onPush, equals), "tag", unknown)).toBe(false);
  expect(knownOn(any(onPush, equals), "push", unknown)).toBe(true);
  expect(knownOn(any(onPush, equals), "tag", unknown)).toBe(equals);
  expect(knownOn(all(branch, not(equals)), "push", unknown)).toEqual(all(branch, not(equals)));
});

test("nothing asked for holds, and no choice doesn't", () => {
  expect(knownOn(all(), "push", unknown)).toBe(true);
  expect(knownOn(any(), "push", unknown)).toBe(false);
});

test("a value that is known is compared without regard to case, and an empty one equals nothing", () => {
  expect(knownOn(equals, "push", () => "yES")).toBe(true);
  expect(knownOn(equals, "push", () => "no")).toBe(false);
  expect(knownOn({ ...equals, to: "" }, "push", () => "")).toBe(false);
});
