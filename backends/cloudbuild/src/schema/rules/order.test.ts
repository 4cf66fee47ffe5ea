import { expect, test } from "vitest";
import { checkBuild } from "../check.ts";
import { all, expectRow, one, type Row, step, times } from "./rows.fixture.ts";

const rows: readonly Row[] = [
  ["a build has a step", one(), all(), "steps"],
  [
    "a build has 300 steps",
    all(...times(300, (index) => step(`s${index}`))),
    all(...times(301, (index) => step(`s${index}`))),
    "steps",
  ],
  ["ids are unique", all(step("a"), step("b")), all(step("a"), step("a")), "steps.1.id"],
  ["every step has an id", one(), one({ id: undefined }), "steps.0.id"],
  ["an id is more than a dash", one({ id: "-a" }), one({ id: "-" }), "steps.0.id"],
  ["every step says what it waits for", one(), one({ waitFor: undefined }), "steps.0.waitFor"],
  ["an empty list is none", one(), one({ waitFor: [] }), "steps.0.waitFor"],
  [
    "a dash stands alone",
    all(step("a"), step("b", { waitFor: ["a"] })),
    all(step("a"), step("b", { waitFor: ["-", "a"] })),
    "steps.1.waitFor",
  ],
  [
    "a step waits for earlier ones",
    all(step("a"), step("b", { waitFor: ["a"] })),
    all(step("a", { waitFor: ["b"] }), step("b")),
    "steps.0.waitFor.0",
  ],
  ["a step doesn't wait for itself", one(), one({ waitFor: ["a"] }), "steps.0.waitFor.0"],
];

test.each(rows)("%s", (...row) => expectRow(row));

test("limits are told from other mistakes by their code", () => {
  const [limit] = checkBuild(all(...times(301, (index) => step(`s${index}`))));
  const [mistake] = checkBuild(all());
  expect([limit?.code, mistake?.code]).toEqual(["CICL5005", "CICL5008"]);
});

test("a file that is no build at all has no step, and nothing throws", () => {
  for (const nothing of [null, undefined, 1, "steps", [], { steps: "a" }]) {
    expect(checkBuild(nothing).map(({ path }) => path.join("."))).toEqual(["steps"]);
  }
});
