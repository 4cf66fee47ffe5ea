import { expect, test } from "vitest";
import { checkBuild } from "../check.ts";
import { expectRow, one, type Row, times } from "./rows.fixture.ts";

const rows: readonly Row[] = [
  ["a step names its image", one(), one({ name: "" }), "steps.0.name"],
  [
    "an image's reference has 1000 characters",
    one({ name: "a".repeat(1000) }),
    one({ name: "a".repeat(1001) }),
    "steps.0.name",
  ],
  [
    "a folder's name has 1000 characters",
    one({ dir: "a".repeat(1000) }),
    one({ dir: "a".repeat(1001) }),
    "steps.0.dir",
  ],
  ["a script excludes arguments", one({ script: "true" }), one({ script: "true", args: [] }), "steps.0.script"],
  [
    "a script excludes an entry point",
    one({ entrypoint: "sh", args: ["-c", "true"] }),
    one({ script: "true", entrypoint: "sh" }),
    "steps.0.script",
  ],
  [
    "a script has 10,000 characters",
    one({ script: "a".repeat(10_000) }),
    one({ script: "a".repeat(10_001) }),
    "steps.0.script",
  ],
  [
    "a step has 100 arguments",
    one({ args: times(100, () => "a") }),
    one({ args: times(101, () => "a") }),
    "steps.0.args",
  ],
  [
    "an argument has 10,000 characters",
    one({ args: ["a".repeat(10_000)] }),
    one({ args: ["a".repeat(10_001)] }),
    "steps.0.args.0",
  ],
  [
    "a doubled dollar counts once",
    one({ args: ["$$".repeat(10_000)] }),
    one({ args: ["$$".repeat(10_001)] }),
    "steps.0.args.0",
  ],
  [
    "a step has 100 variables",
    one({ env: times(100, (index) => `A${index}=`) }),
    one({ env: times(101, (index) => `A${index}=`) }),
    "steps.0.env",
  ],
  [
    "a variable's value has 1000 characters",
    one({ env: [`A=${"=".repeat(1000)}`] }),
    one({ env: [`A=${"=".repeat(1001)}`] }),
    "steps.0.env.0",
  ],
  ["a variable has a name", one({ env: ["_a1="] }), one({ env: ["1a="] }), "steps.0.env.0"],
  ["a variable has an equals sign", one({ env: ["A="] }), one({ env: ["A"] }), "steps.0.env.0"],
  ["a variable is set once", one({ env: ["A=1", "a=2"] }), one({ env: ["A=1", "A=2"] }), "steps.0.env.1"],
  [
    "the build's variables follow the same rules",
    one({}, { options: { env: ["A="] } }),
    one({}, { options: { env: ["A"] } }),
    "options.env.0",
  ],
  [
    "a step takes no longer than an hour by default",
    one({ timeout: "3600s" }),
    one({ timeout: "3600.5s" }),
    "steps.0.timeout",
  ],
  [
    "a step takes no longer than its build",
    one({ timeout: "60s" }, { timeout: "60s" }),
    one({ timeout: "61s" }, { timeout: "60s" }),
    "steps.0.timeout",
  ],
  ["a step's time isn't zero", one({ timeout: "1s" }), one({ timeout: "0s" }), "steps.0.timeout"],
  [
    "an exit code is at most 255",
    one({ allowExitCodes: [0, 255] }),
    one({ allowExitCodes: [0, 256] }),
    "steps.0.allowExitCodes.1",
  ],
  [
    "an exit code isn't negative",
    one({ allowExitCodes: [1] }),
    one({ allowExitCodes: [-1] }),
    "steps.0.allowExitCodes.0",
  ],
];

test.each(rows)("%s", (...row) => expectRow(row));

test("the length of an argument counts the substitutions that the file defines", () => {
  const build = (length: number) => one({ args: ["$_LONG$_LONG"] }, { substitutions: { _LONG: "a".repeat(length) } });
  expect(checkBuild(build(4000))).toEqual([]);
  const three = one({ args: ["$_A$_A$_A"] }, { substitutions: { _A: "a".repeat(3334) } });
  expect(checkBuild(three).map(({ what }) => what)).toEqual([
    'An argument of "a" has 10002 characters, and Cloud Build allows 10000.',
  ]);
});
