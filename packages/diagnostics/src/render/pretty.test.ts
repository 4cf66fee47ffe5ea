import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { type Diagnostic, error, warning } from "../diagnostic.ts";
import { renderPretty, summary } from "./pretty.ts";

const text = { what: "The thing is wrong.", why: "It would be ignored.", fix: "Make it right." };
const source = `import { job } from "cicl";

export const unit = job("unit", {
  services: {
    db: { imag: "postgres:17" },
  },
});
`;
const plain = {
  color: false,
  readSource: (file: string): string | undefined => (file === "pipeline.ts" ? source : undefined),
};
const render = (...diagnostics: readonly Diagnostic[]): string => renderPretty(diagnostics, plain);

test("prints nothing without diagnostics", () => {
  expect(render()).toBe("");
});

test("shows sentences, place, code with a caret at the property, scope and related places", () => {
  const diagnostic = error("CICL2003", text, {
    origin: { file: "pipeline.ts", line: 3, column: 21, path: ["services", "db", "imag"] },
    pipeline: "hub",
    target: "github",
    related: [{ message: "The job is used here.", origin: { file: "other.ts", line: 9, column: 2 } }],
  });
  expect(render(diagnostic)).toBe(`error CICL2003: A key isn't known
  The thing is wrong.
  It would be ignored.
  Fix: Make it right.
  --> pipeline.ts:5:11 at services.db.imag
    4 |   services: {
    5 |     db: { imag: "postgres:17" },
      |           ^
    6 |   },
  in pipeline hub, target github
  Related: The job is used here.
  --> other.ts:9:2

1 error
`);
});

test("shows the place alone when the source can't be read, and the file where there is no origin", () => {
  const origin = { file: "gone.ts", line: 1, column: 2, path: ["a"] };
  expect(render(error("CICL2003", text, { origin }))).toContain("  --> gone.ts:1:2 at a\n\n1 error");
  expect(render(error("CICL1009", text, { file: "cicl.lock" }))).toContain("  --> cicl.lock\n");
  expect(render(error("CICL5008", text, { file: "out.yml", origin }))).toContain("gone.ts:1:2 at a\n  in out.yml\n");
});

test("maps places in a bundle to their source and keeps the property path", () => {
  const origin = { file: "bundle.cjs", line: 700, column: 8, path: ["services"] };
  const mapOrigin = () => ({ file: "pipeline.ts", line: 3, column: 21 });
  expect(renderPretty([error("CICL2003", text, { origin })], { ...plain, mapOrigin })).toContain(
    "--> pipeline.ts:4:3 at services",
  );
});

test("sorts by file, line and code, whatever comes first, and puts those without a place last", () => {
  const place = (file: string, line: number) => ({ origin: { file, line, column: 1 } });
  const diagnostics = [
    error("CICL1001", text),
    error("CICL2004", text, place("b.ts", 1)),
    error("CICL2004", text, place("a.ts", 10)),
    warning("CICL2003", text, place("a.ts", 10)),
    error("CICL2004", text, place("a.ts", 9)),
  ];
  const order = (all: readonly Diagnostic[]): readonly string[] =>
    [...render(...all).matchAll(/CICL\d{4}|\w\.ts:\d+/g)].map(([match]) => match);
  const expected = "CICL2004 a.ts:9 CICL2003 a.ts:10 CICL2004 a.ts:10 CICL2004 b.ts:1 CICL1001".split(" ");
  expect(order(diagnostics)).toEqual(expected);
  expect(order([...diagnostics].reverse())).toEqual(expected);
});

test("counts by severity", () => {
  const note: Diagnostic = { ...error("CICL1001", text), severity: "note" };
  expect(summary([error("CICL1001", text), warning("CICL1001", text), error("CICL1001", text), note, note])).toBe(
    "2 errors, 1 warning, 2 notes",
  );
});

test("doesn't let a value end its line or steer the terminal", () => {
  const printed = render(
    error(
      "CICL2003",
      { ...text, what: 'The key "a\n::stop-commands::x\u001b[2J" isn\'t known.' },
      { pipeline: "a\rb" },
    ),
  );
  expect(printed).toContain('  The key "a ::stop-commands::x [2J" isn\'t known.\n');
  expect(printed).not.toMatch(/[^\P{Cc}\n]/u);
});

test("writes colours only when asked to", () => {
  const diagnostics = [error("CICL1001", text, { file: "a" })];
  const coloured = renderPretty(diagnostics, { ...plain, color: true });
  expect(coloured).toContain("\u001b[1;31merror CICL1001\u001b[0m");
  expect(stripVTControlCharacters(coloured)).toBe(render(...diagnostics));
});
