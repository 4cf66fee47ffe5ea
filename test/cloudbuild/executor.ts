import { cpSync } from "node:fs";
import { type BuildFile, type BuildStep, Refused, readBuild } from "./executor/build-file.ts";
import { type Image, makeHost } from "./executor/host.ts";
import { waitsOf } from "./executor/order.ts";
import { type BuildResult, runSteps, type Schedule } from "./executor/run-steps.ts";
import { type Running, startStep } from "./executor/step.ts";
import { type Substituted, substitute } from "./executor/substitute.ts";

export type { BuildResult } from "./executor/run-steps.ts";

/** What a test decides about a run. */
export interface RunOptions extends Omit<Schedule, "timeout"> {
  /** Values of built-in substitutions, and those that the trigger or the command line adds. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** Started by a trigger, which is the default, or by hand. */
  readonly triggered?: boolean;
  /** Values of secrets, by the name of their version. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** A folder that is copied to `/workspace` before the first step. */
  readonly source?: string;
  /** What stands in for each image, named without tag and digest; `*` stands in for any other. */
  readonly images: Readonly<Record<string, Image>>;
  /** Called when the build has ended, with the folder that `/workspace` was; then it is removed. */
  readonly inspect?: (workspace: string) => void;
}

/**
 * Runs a build of Cloud Build on this machine, without containers. It follows Google's documentation: steps start when
 * those that they wait for have ended; the first failure that isn't allowed stops the rest and kills what runs. Where
 * the documentation is silent the stricter reading holds: a step that runs out of time isn't an allowed failure.
 * @param text the build's file
 * @returns how the build and each step ended
 * @throws Refused when Cloud Build wouldn't start the build, or an image has no stand-in
 * @throws RangeError when the build holds something that isn't carried out here
 */
export async function runBuild(text: string, options: RunOptions): Promise<BuildResult> {
  const build = readBuild(text);
  const start = { substitutions: options.substitutions ?? {}, triggered: options.triggered ?? true };
  const substituted = substitute(build, start);
  const waits = waitsOf(build.steps);
  const images = substituted.steps.map(({ name }) => imageOf(name, options.images));
  const secrets = secretsOf(build, options.secrets ?? {});
  const host = makeHost();
  try {
    if (options.source !== undefined) cpSync(options.source, host.workspace, { recursive: true });
    const run = (step: BuildStep, index: number): Running =>
      startStep(step, {
        host,
        image: images[index] ?? {},
        volumes: [...(build.options?.volumes ?? []), ...(step.volumes ?? [])],
        env: envOf(step, build, substituted),
        secrets: pick(secrets, [...(build.options?.secretEnv ?? []), ...(step.secretEnv ?? [])]),
      });
    const result = await runSteps(substituted.steps, waits, run, {
      ...options,
      ...(build.timeout === undefined ? {} : { timeout: build.timeout }),
    });
    options.inspect?.(host.workspace);
    return result;
  } finally {
    host.remove();
  }
}

function imageOf(name: string, images: RunOptions["images"]): Image {
  const bare = name.replace(/@sha256:[0-9a-f]+$/, "").replace(/:[\w.-]+$/, "");
  const image = images[bare] ?? images["*"];
  if (!image) throw new Refused(`Nothing stands in for the image ${name}.`);
  return image;
}

/** A step's own variables win over those of the build. */
function envOf(step: BuildStep, build: BuildFile, { env, values }: Substituted): readonly string[] {
  const mapped = step.automapSubstitutions ?? build.options?.automapSubstitutions ?? false;
  const automatic = mapped ? Object.entries(values).map(([key, value]) => `${key}=${value}`) : [];
  return ["BUILDER_OUTPUT=/builder/outputs", ...automatic, ...env, ...(step.env ?? [])];
}

function secretsOf(build: BuildFile, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = (build.availableSecrets?.secretManager ?? []).map(({ versionName, env }) => {
    const value = values[versionName];
    if (value === undefined) throw new Refused(`The account can't read ${versionName}.`);
    return [env, value];
  });
  return Object.fromEntries(entries);
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
