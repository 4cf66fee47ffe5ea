import { expect, test } from "vitest";
import { environment } from "./index.ts";
import { codes } from "./user-code.fixture.ts";
import { expressionOf } from "./values.ts";

test("Secrets and variables of an environment carry its name", () => {
  const production = environment("production", { tier: "production" });
  expect(expressionOf(production.secret("A"))).toEqual({ kind: "secret", name: "A", environment: "production" });
  expect(expressionOf(production.variable("A"))).toEqual({ kind: "variable", name: "A", environment: "production" });
});

test("The wait is given once", () => {
  const approval = { count: 1, by: ["user:alice"], wait: "5m" };
  expect(codes(() => environment("a", { tier: "staging", approval, wait: "5m" }))).toEqual(["CICL2004"]);
});

test("An approval has approvers, and a window an end behind its start", () => {
  expect(codes(() => environment("a", { tier: "staging", approval: { count: 0, by: [] } }))).toEqual([
    "CICL2004",
    "CICL2004",
  ]);
  expect(codes(() => environment("a", { tier: "staging", approval: { count: 1, by: ["alice"] } }))).toEqual([
    "CICL2004",
  ]);
  const window = { days: "mon", from: "16:00", to: "09:00", zone: "UTC" };
  expect(codes(() => environment("a", { tier: "staging", window }))).toEqual(["CICL2010"]);
});

test("Branches are globs of refs", () => {
  expect(codes(() => environment("a", { tier: "staging", branches: ["release/[0-9]"] }))).toEqual(["CICL2010"]);
});

test("Names and addresses are checked", () => {
  expect(codes(() => environment("Production", { tier: "production" }))).toEqual(["CICL2001"]);
  expect(codes(() => environment("a", { tier: "staging", url: "a.example.com" }))).toEqual(["CICL2004"]);
  expect(codes(() => environment("a", { tier: "staging" }).secret("lower"))).toEqual(["CICL2001"]);
});
