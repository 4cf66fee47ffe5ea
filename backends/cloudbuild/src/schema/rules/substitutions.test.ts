import { expect, test } from "vitest";
import { checkBuild } from "../check.ts";
import { expectRow, one, type Row, step, substituting, times } from "./rows.fixture.ts";

const keys = (count: number) => Object.fromEntries(times(count, (index) => [`_K${index}`, ""]));
const value = (_A: string) =>
  one({ args: ["$_A"] }, { substitutions: { _A, _B: "b" }, options: { substitutionOption: "ALLOW_LOOSE" } });
/** Two hundred keys are more than one step has arguments for. */
const loose = (substitutions: object) => one({}, { substitutions, options: { substitutionOption: "ALLOW_LOOSE" } });

const rows: readonly Row[] = [
  ["a build has 200 substitutions", substituting(keys(200)), loose(keys(201)), "substitutions"],
  [
    "a key has 100 bytes",
    substituting({ [`_${"A".repeat(99)}`]: "" }),
    substituting({ [`_${"A".repeat(100)}`]: "" }),
    `substitutions._${"A".repeat(100)}`,
  ],
  ["a value has 4000 bytes", value("é".repeat(2000)), value("é".repeat(2001)), "substitutions._A"],
  ["a key begins with an underscore", loose({ _A1: "" }), loose({ COMMIT_SHA: "" }), "substitutions.COMMIT_SHA"],
  ["a key is in capitals", loose({ _A: "" }), loose({ _a: "" }), "substitutions._a"],
  ["an argument refers to what exists", one({ args: ["$COMMIT_SHA"] }), one({ args: ["$PATH"] }), "steps.0.args.0"],
  ["a dollar is doubled", one({ args: ["$$PATH $$$$ $${x}"] }), one({ args: ["a $x"] }), "steps.0.args.0"],
  ["a last dollar is doubled", one({ args: ["a$$"] }), one({ args: ["a$"] }), "steps.0.args.0"],
  ["a command's substitution is escaped", one({ args: ["$$(date)"] }), one({ args: ["$(date)"] }), "steps.0.args.0"],
  ["braces refer as well", one({ args: ["${BUILD_ID}"] }), one({ args: ["${HOME}"] }), "steps.0.args.0"],
  ["variables are substituted", one({ env: ["A=$BUILD_ID"] }), one({ env: ["A=$HOME"] }), "steps.0.env.0"],
  ["images are substituted", one({ name: "a:$SHORT_SHA" }), one({ name: "a:$SHA" }), "steps.0.name"],
  ["folders are substituted", one({ dir: "$REPO_NAME" }), one({ dir: "$DIR" }), "steps.0.dir"],
  [
    "entry points are substituted",
    one({ entrypoint: "$REPO_NAME" }),
    one({ entrypoint: "$SHELL" }),
    "steps.0.entrypoint",
  ],
  [
    "pushed images are substituted",
    one({}, { images: ["a:$TAG_NAME"] }),
    one({}, { images: ["a:$VERSION"] }),
    "images.0",
  ],
  [
    "artifacts are substituted",
    one({}, { artifacts: { objects: { location: "gs://b/$BUILD_ID", paths: ["a"] } } }),
    one({}, { artifacts: { objects: { location: "gs://b/$ID", paths: ["a"] } } }),
    "artifacts.objects.location",
  ],
  [
    "a script isn't substituted",
    one({ script: "echo $PATH" }),
    one({ env: ["A=$PATH"], script: "echo $PATH" }),
    "steps.0.env.0",
  ],
  ["a value refers to what exists", value("$_B-$COMMIT_SHA"), value("$_C"), "substitutions._A"],
  ["a value may cut and replace", value("${_B:0:8}${_B//a/b}"), value("${_B:-none}"), "substitutions._A"],
  [
    "only values cut and replace",
    one({ args: ["$SHORT_SHA"] }),
    one({ args: ["${COMMIT_SHA:0:4}"] }),
    "steps.0.args.0",
  ],
  ["a value may read the event", value("$(body.message.data.digest)"), value("a$"), "substitutions._A"],
  [
    "a build by hand uses its substitutions",
    loose({ _A: "" }),
    one({}, { substitutions: { _A: "" } }),
    "substitutions._A",
  ],
];

test.each(rows)("%s", (...row) => expectRow(row));

test("a substitution that the trigger adds is known", () => {
  const build = one({ args: ["$_DIGEST"] });
  expect(checkBuild(build, { substitutions: ["_DIGEST"] })).toEqual([]);
  expect(checkBuild(build)).toHaveLength(1);
});

test("substitutions that become variables by themselves count as used", () => {
  const substitutions = { _A: "" };
  expect(checkBuild(one({}, { substitutions, options: { automapSubstitutions: true } }))).toEqual([]);
  expect(checkBuild({ steps: [step("a", { automapSubstitutions: true })], substitutions })).toEqual([]);
});
