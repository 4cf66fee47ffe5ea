import type { Code, Diagnostic } from "@cicl/diagnostics";

/** What a command says to its caller: clean, findings or drift, couldn't run, a defect of cicl. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Errors that kept a command from doing its work, as opposed to what the work found. */
const couldNotRun: ReadonlySet<Code> = new Set<Code>([
  "CICL1001",
  "CICL1002",
  "CICL1003",
  "CICL1004",
  "CICL1005",
  "CICL1006",
  "CICL1007",
  "CICL1008",
  "CICL1009",
  "CICL1013",
  "CICL1014",
  "CICL1017",
  "CICL1018",
  "CICL5006",
  "CICL6001",
  "CICL6002",
  "CICL6003",
  "CICL6004",
  "CICL6005",
]);

/** The exit code of a command that printed these diagnostics; the gravest wins, warnings don't count. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const codes = diagnostics.flatMap(({ severity, code }) => (severity === "error" ? [code] : []));
  if (codes.includes("CICL9001")) return 3;
  if (codes.some((code) => couldNotRun.has(code))) return 2;
  return codes.length > 0 ? 1 : 0;
}
