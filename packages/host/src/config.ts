import type { Backend } from "@cicl/backend-kit";
import type { Target } from "@cicl/core";
import { at, CiclError, type Diagnostic, didYouMean, error, type Origin } from "@cicl/diagnostics";
import type { Policy, TargetId } from "@cicl/model";
import { originOf } from "./load/stack.ts";
import { configFile } from "./root.ts";

/** A configuration as it is written; every key may be left out. */
export interface ConfigInput {
  /** Target id → that target's options. */
  readonly targets?: Readonly<Record<TargetId, unknown>>;
  readonly policy?: Policy;
  /** Globs of pipeline files, in place of `pipeline.ts` and `*.pipeline.ts`. */
  readonly pipelines?: readonly string[];
  /** Globs of what is never looked at. */
  readonly exclude?: readonly string[];
}

/** A configuration that was checked. */
export interface Config extends ConfigInput {
  /** The call of `defineConfig`, or the top of the file. */
  readonly origin: Origin;
}

const origins = new WeakMap<object, Origin>();

/** Remembers where a configuration is written; to be called while user code is on the stack. */
export function markConfig<C extends ConfigInput>(config: C): C {
  const origin = originOf(new Error());
  if (origin && typeof config === "object" && config !== null) origins.set(config, origin);
  return config;
}

/**
 * Checks the default export of `cicl.config.ts`.
 * @throws CiclError with a CICL1008 for each thing that is wrong
 */
export function readConfig(exported: unknown): Config {
  const top: Origin = { file: configFile, line: 1, column: 1 };
  if (!isRecord(exported)) {
    const found = exported === undefined ? "nothing" : "something else";
    throw new CiclError(
      wrong(
        `${configFile} exports ${found} where a configuration must be.`,
        "Write `export default defineConfig({ … });`.",
        top,
      ),
    );
  }
  const origin = origins.get(exported) ?? top;
  const [first, ...more] = Object.entries(exported).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const check = Object.hasOwn(checks, key) ? checks[key as keyof ConfigInput] : undefined;
    return check ? check(value, at(origin, key)) : [unknownKey(key, Object.keys(checks), at(origin, key))];
  });
  if (first) throw new CiclError(first, ...more);
  return { ...exported, origin };
}

/**
 * Makes the targets of a run.
 * @param config absent: a repository without configuration
 * @param backends all that exist
 * @param selected ids of the command line; empty means all that are configured, or GitHub without a configuration
 * @throws CiclError CICL1017 for an id of the command line, CICL1008 and CICL5006 for the configuration
 */
export function resolveTargets(
  config: Config | undefined,
  backends: readonly Backend[],
  selected: readonly TargetId[],
): readonly Target[] {
  const known = backends.map((backend) => backend.id);
  const strange = selected.find((id) => !known.includes(id));
  if (strange !== undefined) throw usage(`The target "${strange}" doesn't exist.`, didYouMean(strange, known), known);
  const usual = known.slice(0, 1);
  const configured = config?.targets ?? Object.fromEntries(usual.map((id) => [id, {}]));
  const absent = selected.find((id) => !Object.hasOwn(configured, id));
  if (absent !== undefined && !config) {
    // The gate in the rendered file runs without the option, and would find that the file has no source.
    throw usage(
      `Without ${configFile} there is no target "${absent}".`,
      `Name it there: targets: { ${absent}: {} }. `,
      usual,
    );
  }
  if (absent !== undefined) {
    throw usage(`The target "${absent}" isn't among the targets of ${configFile}.`, "", Object.keys(configured));
  }
  const origin = at(config?.origin ?? { file: configFile, line: 1, column: 1 }, "targets");
  const results = Object.entries(configured).flatMap(([id, raw]) => {
    if (selected.length > 0 && !selected.includes(id)) return [];
    const backend = backends.find((candidate) => candidate.id === id);
    return [backend ? resolveTarget(backend, raw, origin) : unknownTarget(id, known, origin)];
  });
  const [first, ...more] = results.flatMap((result) => ("problems" in result ? result.problems : []));
  if (first) throw new CiclError(first, ...more);
  return results.flatMap((result) => ("target" in result ? [result.target] : []));
}

type Resolved = { readonly target: Target } | { readonly problems: readonly Diagnostic[] };

function resolveTarget(backend: Backend, raw: unknown, origin: Origin): Resolved {
  const result = backend.options(raw);
  if (result.ok) return { target: { backend, options: result.options } };
  return {
    problems: result.problems.map(({ path, what, fix }) =>
      error(
        "CICL5006",
        { what, why: `${backend.title} files depend on it.`, fix },
        { origin: at(origin, backend.id, ...path), target: backend.id },
      ),
    ),
  };
}

function unknownTarget(id: string, known: readonly string[], origin: Origin): Resolved {
  const fix = `${didYouMean(id, known)}The targets are ${known.join(", ")}.`;
  return { problems: [wrong(`The target "${id}" doesn't exist.`, fix, at(origin, id))] };
}

type Check = (value: unknown, origin: Origin) => readonly Diagnostic[];

const checks = {
  targets: (value, origin) =>
    isRecord(value) && Object.keys(value).length > 0
      ? []
      : [
          wrong(
            '"targets" names no target.',
            "Write an object with a key for each target, e.g. `{ github: {} }`.",
            origin,
          ),
        ],
  policy: checkPolicy,
  pipelines: checkGlobs,
  exclude: checkGlobs,
} satisfies Record<keyof ConfigInput, Check>;

function checkGlobs(value: unknown, origin: Origin): readonly Diagnostic[] {
  const good = (glob: unknown): boolean =>
    typeof glob === "string" && glob !== "" && !/^[/!]|(^|\/)\.\.(\/|$)/.test(glob);
  if (Array.isArray(value) && value.every(good)) return [];
  const fix = "Write an array of globs relative to the root, that don't lead out of it.";
  return [wrong(`"${origin.path?.at(-1)}" isn't a list of globs below the root.`, fix, origin)];
}

function checkPolicy(value: unknown, origin: Origin): readonly Diagnostic[] {
  const requirement = (entry: unknown): boolean =>
    isRecord(entry) && typeof entry.rule === "string" && typeof entry.gate === "string" && isRecord(entry.parameters);
  const good =
    isRecord(value) &&
    typeof value.name === "string" &&
    typeof value.tokenMaxAgeHours === "number" &&
    Array.isArray(value.requires) &&
    value.requires.every(requirement);
  if (good) return [];
  return [
    wrong(
      '"policy" isn\'t a policy.',
      'Use one of "cicl/policy", or leave the key out: the baseline then applies.',
      origin,
    ),
  ];
}

function unknownKey(key: string, known: readonly string[], origin: Origin): Diagnostic {
  return wrong(
    `The configuration has no key "${key}".`,
    `${didYouMean(key, known)}The keys are ${known.join(", ")}.`,
    origin,
  );
}

function wrong(what: string, fix: string, origin: Origin): Diagnostic {
  return error("CICL1008", { what, why: "It decides what is rendered, and by which rules.", fix }, { origin });
}

function usage(what: string, hint: string, known: readonly string[]): CiclError {
  const fix = `${hint}Choose from ${known.join(", ")}; globs stand before --target.`;
  return new CiclError(error("CICL1017", { what, why: "There is nothing to render for it.", fix }));
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
