import { parse } from "yaml";

/** A build's file, as far as the executor carries it out. */
export interface BuildFile {
  readonly steps: readonly BuildStep[];
  readonly timeout?: string;
  readonly substitutions?: Readonly<Record<string, string>>;
  readonly availableSecrets?: {
    readonly secretManager?: readonly { readonly versionName: string; readonly env: string }[];
  };
  readonly options?: BuildOptions;
}

export interface BuildStep {
  readonly name: string;
  readonly id?: string;
  readonly entrypoint?: string;
  readonly args?: readonly string[];
  readonly script?: string;
  readonly env?: readonly string[];
  readonly secretEnv?: readonly string[];
  readonly dir?: string;
  readonly waitFor?: readonly string[];
  readonly volumes?: readonly Volume[];
  readonly timeout?: string;
  readonly allowFailure?: boolean;
  readonly allowExitCodes?: readonly number[];
  readonly automapSubstitutions?: boolean;
}

export interface BuildOptions {
  readonly env?: readonly string[];
  readonly secretEnv?: readonly string[];
  readonly volumes?: readonly Volume[];
  readonly substitutionOption?: "MUST_MATCH" | "ALLOW_LOOSE";
  readonly dynamicSubstitutions?: boolean;
  readonly automapSubstitutions?: boolean;
}

export interface Volume {
  readonly name: string;
  readonly path: string;
}

/** Cloud Build wouldn't have started the build; the message says why. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** Fields of a build that are carried out, and those that change nothing on one machine. */
const carried: readonly string[] = ["steps", "timeout", "substitutions", "availableSecrets", "options"];
const inert: readonly string[] = ["tags", "serviceAccount", "logsBucket", "queueTtl"];

/**
 * Reads a build's file, and refuses what contradicts itself.
 * @param text YAML
 * @throws Refused for a build that Cloud Build doesn't start
 * @throws RangeError for one that it starts and this executor can't carry out in full
 */
export function readBuild(text: string): BuildFile {
  const build = parse(text) as BuildFile;
  if (!Array.isArray(build?.steps) || build.steps.length === 0) throw new Refused("A build has at least one step.");
  const other = Object.keys(build).find((key) => !carried.includes(key) && !inert.includes(key));
  if (other !== undefined) throw new RangeError(`The executor doesn't carry out ${other}.`);
  for (const { name, script, args, entrypoint } of build.steps) {
    if (!name) throw new Refused("Every step names an image.");
    if (script !== undefined && (args ?? entrypoint) !== undefined) {
      throw new Refused("A script excludes arguments and an entry point.");
    }
  }
  checkSecrets(build);
  return build;
}

/** Every secret is defined and used, once, and no variable has its name. */
function checkSecrets({ steps, options, availableSecrets }: BuildFile): void {
  const defined = (availableSecrets?.secretManager ?? []).map(({ env }) => env);
  if (new Set(defined).size < defined.length) throw new Refused("A secret is defined twice.");
  const used = new Set<string>();
  for (const step of steps) {
    const env = [...(options?.env ?? []), ...(step.env ?? [])].map((entry) => entry.split("=", 1)[0]);
    for (const name of [...(options?.secretEnv ?? []), ...(step.secretEnv ?? [])]) {
      used.add(name);
      if (!defined.includes(name)) throw new Refused(`The secret ${name} isn't defined.`);
      if (env.includes(name)) throw new Refused(`${name} is a variable and a secret.`);
    }
  }
  const idle = defined.find((name) => !used.has(name));
  if (idle !== undefined) throw new Refused(`No step uses the secret ${idle}.`);
}

/** Milliseconds of a duration such as `600s`. */
export function millisecondsOf(duration: string): number {
  if (!/^\d+(\.\d{1,9})?s$/.test(duration)) throw new Refused(`${duration} is no duration.`);
  return Number(duration.slice(0, -1)) * 1000;
}
