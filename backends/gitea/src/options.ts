import type { OptionProblem, OptionsResult } from "@cicl/backend-kit";
import { didYouMean } from "@cicl/diagnostics";

/** What a configuration can say about Gitea Actions. */
export interface GiteaOptions {
  /** The server's version, `major.minor`; 1.26 or newer. Default 1.27. */
  readonly version?: string;
  /** The runner's version, `major.minor`; 2.0 or newer. Default 3.3. */
  readonly runner?: string;
  /** The label that a job without labels of its own asks for. Default `ubuntu-latest`. */
  readonly label?: string;
  /** Where actions come from, without a final slash. Default `https://github.com`. */
  readonly actions?: string;
}

/** The options with all defaults. */
export interface ResolvedOptions {
  readonly version: Version;
  readonly runner: Version;
  readonly label: string;
  readonly actions: string;
}

export type Version = readonly [major: number, minor: number];

/** Permissions and concurrency are obeyed from 1.26 on, a job's timeout from runner 2.0 on. */
const oldest = { version: [1, 26], runner: [2, 0] } as const satisfies Record<string, Version>;

/** Says whether a version is at least another. */
export function atLeast(version: Version, other: Version): boolean {
  return version[0] > other[0] || (version[0] === other[0] && version[1] >= other[1]);
}

/** Reads the options; every key that isn't known, and every version that is too old, is a problem. */
export function readOptions(raw: unknown): OptionsResult<ResolvedOptions> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return {
      ok: false,
      problems: [{ path: [], what: "The options of gitea must be an object.", fix: "Write gitea: {}." }],
    };
  }
  const given = new Map<string, unknown>(Object.entries(raw));
  const known = ["version", "runner", "label", "actions"];
  const problems: OptionProblem[] = [...given.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: [key],
      what: `gitea has no option "${key}".`,
      fix: `${didYouMean(key, known)}Options are ${known.join(", ")}.`,
    }));
  const version = readVersion("version", given.get("version") ?? "1.27", problems);
  const runner = readVersion("runner", given.get("runner") ?? "3.3", problems);
  const label = readText("label", given.get("label") ?? "ubuntu-latest", problems);
  const actions = readText("actions", given.get("actions") ?? "https://github.com", problems);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, options: { version, runner, label, actions: actions.replace(/\/+$/, "") } };
}

function readVersion(key: "version" | "runner", value: unknown, problems: OptionProblem[]): Version {
  const match = typeof value === "string" ? /^(\d+)\.(\d+)(?:\.\d+)?$/.exec(value) : null;
  const version: Version = [Number(match?.[1]), Number(match?.[2])];
  if (!match)
    problems.push({
      path: [key],
      what: `"${String(value)}" isn't a version.`,
      fix: `Write e.g. ${key}: "${oldest[key].join(".")}".`,
    });
  else if (!atLeast(version, oldest[key])) {
    problems.push({
      path: [key],
      what: `Gitea's ${key === "version" ? "server" : "runner"} ${version.join(".")} ignores keys that cicl relies on.`,
      fix: `Update it to ${oldest[key].join(".")} or newer.`,
    });
  }
  return version;
}

function readText(key: string, value: unknown, problems: OptionProblem[]): string {
  if (typeof value === "string" && value !== "") return value;
  problems.push({ path: [key], what: `${key} must be a text.`, fix: `Leave it out, or write ${key}: "…".` });
  return "";
}
