import { expect, test } from "vitest";
import { error, warning } from "../diagnostic.ts";
import type { OriginMapper } from "../origin.ts";
import { toJson } from "./json.ts";

const text = { what: "What.", why: "Why.", fix: "Fix." };

test("gives each diagnostic with its title and its place in the source", () => {
  const origin = { file: "bundle", line: 10, column: 20, path: ["services", "db"] };
  const mapOrigin: OriginMapper = ({ line }) => ({ file: "pipeline.ts", line: line - 9, column: 2 });
  const diagnostics = [
    warning("CICL5003", text, { file: "cicl.lock", target: "gitea" }),
    error("CICL2003", text, { origin, pipeline: "hub", related: [{ message: "Here.", origin }] }),
  ];
  expect(toJson(diagnostics, mapOrigin)).toEqual([
    {
      code: "CICL5003",
      severity: "warning",
      title: "An action isn't pinned",
      ...text,
      file: "cicl.lock",
      target: "gitea",
    },
    {
      code: "CICL2003",
      severity: "error",
      title: "A key isn't known",
      ...text,
      file: "pipeline.ts",
      line: 1,
      column: 2,
      path: ["services", "db"],
      pipeline: "hub",
      related: [{ message: "Here.", file: "pipeline.ts", line: 1, column: 2, path: ["services", "db"] }],
    },
  ]);
});

test("leaves places as they are without a mapper, and out where there are none", () => {
  const [first, second] = toJson([
    error("CICL1001", text),
    error("CICL1002", text, { origin: { file: "a", line: 1, column: 1 } }),
  ]);
  expect(first).toMatchObject({ code: "CICL1002", file: "a", line: 1, column: 1 });
  expect(Object.keys(second ?? {})).toEqual(["code", "severity", "title", "what", "why", "fix"]);
});
