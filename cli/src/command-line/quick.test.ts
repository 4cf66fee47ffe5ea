import fc from "fast-check";
import { expect, test } from "vitest";
import { readCommandLine } from "./full.ts";
import { quickCommandLine } from "./quick.ts";

const silent = { out: () => {}, err: () => {}, color: { out: false, err: false } };

/** What commander reads, where it reads a command at all. */
const full = (argv: readonly string[]): unknown => {
  const reading = readCommandLine(argv, silent);
  return reading.kind === "command" ? reading.line : reading.kind;
};

const words = fc.constantFrom(
  ..."synth check diff targets update help a b/*.ts github gitea json pretty xml -- - -h -x -1 --help --version".split(
    " ",
  ),
  ..."--target --target=a --target= --cwd --cwd=x --cwd= --format --format=json --format=xml --no-color".split(" "),
  ..."--no-color=1 --color --check --check=1 --no-check --targ --unknown --unknown=1 --major --dry-run --cooldown --cooldown=1".split(
    " ",
  ),
  "",
);

test("whatever is read quickly is what commander reads", () => {
  let understood = 0;
  const command = fc.constantFrom("synth", "check", "diff", "targets", "update", "nonsense");
  fc.assert(
    fc.property(command, fc.array(words, { maxLength: 6 }), (name, rest) => {
      const quick = quickCommandLine([name, ...rest]);
      if (quick === undefined) return;
      understood++;
      expect(quick).toEqual(full([name, ...rest]));
    }),
    { numRuns: 5000 },
  );
  expect(understood).toBeGreaterThan(300);
});

test.each([
  ["check"],
  ["synth", "--check"],
  ["check", "--cwd", "x", "--format", "json", "--no-color"],
  ["synth", "a", "--target", "github", "gitea", "--cwd=y", "b"],
  ["synth", "--target=github", "a", "--target", "gitea"],
  ["diff", "services", "--format=json", "--format", "pretty"],
])("the usual command line %j %j %j %j is read quickly", (...argv) => {
  const quick = quickCommandLine(argv);
  expect(quick).toBeDefined();
  expect(quick).toEqual(full(argv));
});

test.each([
  [[]],
  [["--cwd", "x", "check"]],
  [["check", "--help"]],
  [["check", "--check"]],
  [["check", "--format", "xml"]],
  [["check", "--", "a"]],
  [["targets", "a"]],
  [["check", "--cwd", "--format"]],
  [["check", "--major"]],
  [["update"]],
])("the unusual command line %j is left to commander", (argv) => {
  expect(quickCommandLine(argv)).toBeUndefined();
});
