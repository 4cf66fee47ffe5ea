import { type BuildFile, type BuildStep, Refused } from "./build-file.ts";

/** Keys that Cloud Build fills in; those that a run doesn't have are empty. */
const builtIns = [
  "PROJECT_ID PROJECT_NUMBER BUILD_ID LOCATION",
  "TRIGGER_NAME COMMIT_SHA REVISION_ID SHORT_SHA REPO_NAME REPO_FULL_NAME BRANCH_NAME TAG_NAME REF_NAME",
  "TRIGGER_BUILD_CONFIG_PATH SERVICE_ACCOUNT_EMAIL SERVICE_ACCOUNT",
  "_HEAD_BRANCH _BASE_BRANCH _HEAD_REPO_URL _PR_NUMBER",
].flatMap((line) => line.split(" "));

/** How a build is started, as far as its substitutions depend on it. */
export interface Start {
  /** Built-in values, and what the trigger or the command line adds. */
  readonly substitutions: Readonly<Record<string, string>>;
  /** A triggered build passes over what is missing or unused, and changes values on the way. */
  readonly triggered: boolean;
}

/** A build after substitution, with the values that were known. */
export interface Substituted {
  readonly steps: readonly BuildStep[];
  readonly env: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** The most characters that an argument has after substitution. */
const longestArgument = 10_000;

/**
 * Substitutes in all fields of the steps in which Cloud Build does: image, arguments, variables, folder, entry point;
 * never in a script.
 * @throws Refused where a key isn't known, or a value isn't used that must be
 */
export function substitute(build: BuildFile, start: Start): Substituted {
  for (const key of Object.keys(build.substitutions ?? {})) {
    if (!/^_[A-Z0-9_]+$/.test(key)) throw new Refused(`A file can't define the substitution ${key}.`);
  }
  const defined: Readonly<Record<string, string>> = { ...build.substitutions, ...start.substitutions };
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(builtIns.map((key) => [key, ""])),
    ...defined,
  };
  const loose = start.triggered || build.options?.substitutionOption === "ALLOW_LOOSE";
  const dynamic = start.triggered || build.options?.dynamicSubstitutions === true;
  const used = new Set<string>();
  const replace = (text: string, within: readonly string[] = []): string =>
    expand(text, dynamic, (key) => {
      used.add(key);
      const value = values[key];
      if (value === undefined && !(loose && key.startsWith("_"))) throw new Refused(`${key} isn't defined.`);
      if (within.includes(key)) throw new Refused(`${key} is defined by itself.`);
      // What a run brings along isn't written by anyone who could mean a reference.
      const nested =
        dynamic && Object.hasOwn(build.substitutions ?? {}, key) && !Object.hasOwn(start.substitutions, key);
      return nested ? replace(value ?? "", [...within, key]) : (value ?? "");
    });
  const replaceAll = (texts: readonly string[] | undefined) => texts?.map((text) => replace(text));
  const steps = build.steps.map((step) => {
    const args = replaceAll(step.args);
    const long = args?.findIndex((argument) => argument.length > longestArgument) ?? -1;
    if (long >= 0) throw new Refused(`Argument ${long} of a step is too long (${longestArgument} at most).`);
    return {
      ...step,
      name: replace(step.name),
      ...(args ? { args } : {}),
      ...(step.env ? { env: step.env.map((entry) => replace(entry)) } : {}),
      ...(step.dir === undefined ? {} : { dir: replace(step.dir) }),
      ...(step.entrypoint === undefined ? {} : { entrypoint: replace(step.entrypoint) }),
    };
  });
  const env = replaceAll(build.options?.env) ?? [];
  const mapped = build.options?.automapSubstitutions || build.steps.some((step) => step.automapSubstitutions);
  const idle = Object.keys(defined).find((key) => key.startsWith("_") && !builtIns.includes(key) && !used.has(key));
  if (!loose && !mapped && idle !== undefined) throw new Refused(`Nothing uses the substitution ${idle}.`);
  return { steps, env, values };
}

const dollars = /\$\$|\$(?<bare>[A-Z_][A-Z0-9_]*)|\$\{(?<braced>[A-Z_][A-Z0-9_]*)(?<operation>[^}]*)\}/g;

/** Replaces references by values; a dollar that begins none stays. */
function expand(text: string, dynamic: boolean, lookUp: (key: string) => string): string {
  return text.replace(dollars, (match, ...rest) => {
    if (match === "$$") return "$";
    const { bare, braced, operation = "" } = rest.at(-1) as { bare?: string; braced?: string; operation?: string };
    if (operation !== "" && !dynamic) return match;
    return operated(lookUp(bare ?? braced ?? ""), operation);
  });
}

/** Cuts a part out of a value, or replaces in it, as a shell would. */
function operated(value: string, operation: string): string {
  if (operation === "") return value;
  const cut = /^:(\d+)(?::(\d+))?$/.exec(operation);
  if (cut) return value.slice(Number(cut[1])).slice(0, cut[2] === undefined ? undefined : Number(cut[2]));
  const change = /^(\/\/?)([^/]+)\/([^/]*)$/.exec(operation);
  if (!change) throw new Refused(`\${…${operation}} isn't documented.`);
  const [, slashes, old = "", by = ""] = change;
  return slashes === "//" ? value.split(old).join(by) : value.replace(old, () => by);
}
