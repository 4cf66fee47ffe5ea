import type { OptionProblem, OptionsResult } from "@cicl/backend-kit";
import { didYouMean } from "@cicl/diagnostics";

/** What a configuration can say about GitHub Actions. */
export interface GitHubOptions {
  /** Runner labels per system; the defaults are GitHub's own machines. */
  readonly runners?: Partial<Readonly<Record<MachineName, string>>>;
}

/** The options with all defaults. */
export interface ResolvedOptions {
  readonly runners: Readonly<Record<MachineName, string>>;
}

/** System and processor. */
export type MachineName = "linux-x64" | "linux-arm64" | "windows-x64" | "windows-arm64" | "macos-x64" | "macos-arm64";

/** Images by version, since `…-latest` changes under a pipeline. */
const hosted: Readonly<Record<MachineName, string>> = {
  "linux-x64": "ubuntu-24.04",
  "linux-arm64": "ubuntu-24.04-arm",
  "windows-x64": "windows-2025",
  "windows-arm64": "windows-11-arm",
  "macos-x64": "macos-15-intel",
  "macos-arm64": "macos-15",
};

/** Reads the options; every key that isn't known is a problem. */
export function readOptions(raw: unknown): OptionsResult<ResolvedOptions> {
  const problems: OptionProblem[] = [];
  if (!isRecord(raw))
    return {
      ok: false,
      problems: [{ path: [], what: "The options of github must be an object.", fix: "Write github: {}." }],
    };
  for (const key of Object.keys(raw)) {
    if (key !== "runners") {
      problems.push({
        path: [key],
        what: `github has no option "${key}".`,
        fix: `${didYouMean(key, ["runners"])}The only option is "runners".`,
      });
    }
  }
  const runners = raw.runners ?? {};
  if (!isRecord(runners)) {
    problems.push({
      path: ["runners"],
      what: "runners must be an object.",
      fix: `Write runners: { "linux-x64": "ubuntu-24.04" }.`,
    });
    return { ok: false, problems };
  }
  const machines = Object.keys(hosted);
  for (const [machine, label] of Object.entries(runners)) {
    if (!machines.includes(machine)) {
      problems.push({
        path: ["runners", machine],
        what: `"${machine}" isn't a machine.`,
        fix: `${didYouMean(machine, machines)}Machines are ${machines.join(", ")}.`,
      });
    } else if (typeof label !== "string" || label === "") {
      problems.push({
        path: ["runners", machine],
        what: `The label of ${machine} must be a text.`,
        fix: `Write e.g. "ubuntu-24.04".`,
      });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, options: { runners: { ...hosted, ...runners } } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
