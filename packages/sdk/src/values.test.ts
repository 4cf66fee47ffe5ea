import type { Condition as ConditionNode } from "@cicl/model";
import { expect, test } from "vitest";
import {
  branch,
  type Condition,
  input,
  job,
  jobDraftOf,
  on,
  secret,
  sh,
  tag,
  template,
  variable,
  when,
} from "./index.ts";
import { codes } from "./user-code.fixture.ts";
import { expressionOf } from "./values.ts";

const node = (condition: Condition): ConditionNode | undefined =>
  jobDraftOf(job("a", { steps: [sh`x`], when: condition })).when;

test("A template keeps its parts in order and joins its texts", () => {
  expect(expressionOf(template`a-${branch.name}${"b"}${1}-${template`${tag.name}c`}`)).toEqual({
    kind: "template",
    parts: [
      { kind: "literal", value: "a-" },
      { kind: "context", name: "branch.name" },
      { kind: "literal", value: "b1-" },
      { kind: "context", name: "tag.name" },
      { kind: "literal", value: "c" },
    ],
  });
  expect(expressionOf(template`a${1}`)).toEqual({ kind: "literal", value: "a1" });
  expect(expressionOf(template`\d\${x}\``)).toEqual({ kind: "literal", value: "\\d${x}`" });
  expect(expressionOf(template``)).toEqual({ kind: "literal", value: "" });
});

test("Conditions become a tree", () => {
  const manual = on.manual({ inputs: { dry: input.boolean() } });
  const all = when.and(
    when.branch("release/*"),
    when.or(when.tag("v*"), when.pullRequest(), when.event("schedule")),
    when.not(when.or(when.fork(), when.draft())),
    when.changed("src/**"),
    when.input(manual.inputs.dry).is(true),
    when.value(variable("MODE")).is("fast"),
  );
  expect(node(all)).toEqual({
    kind: "and",
    of: [
      { kind: "branch", pattern: "release/*" },
      {
        kind: "or",
        of: [
          { kind: "tag", pattern: "v*" },
          { kind: "event", event: "pull-request" },
          { kind: "event", event: "schedule" },
        ],
      },
      { kind: "not", of: { kind: "or", of: [{ kind: "fork" }, { kind: "draft" }] } },
      { kind: "changed", globs: ["src/**"] },
      { kind: "equals", value: { kind: "input", name: "dry" }, to: "true" },
      { kind: "equals", value: { kind: "variable", name: "MODE" }, to: "fast" },
    ],
  });
});

test("Conditions refuse what can't hold", () => {
  expect(codes(() => when.value(template`${secret("X")}` as never))).toEqual(["CICL2018"]);
  expect(codes(() => when.branch("!main"))).toEqual(["CICL2010"]);
  expect(codes(() => when.branch("release-[0-9]"))).toEqual(["CICL2010"]);
  expect(codes(() => when.tag("v[0-9]+"))).toEqual(["CICL2010"]);
  expect(codes(() => Reflect.apply(when.and, undefined, []))).toEqual(["CICL2004"]);
  expect(codes(() => when.output(branch.name as never))).toEqual(["CICL2004"]);
  expect(codes(() => when.value(branch.name).is(null as never))).toEqual(["CICL2004"]);
  expect(codes(() => when.not({ ...when.fork() } as never))).toEqual(["CICL2004"]);
});
