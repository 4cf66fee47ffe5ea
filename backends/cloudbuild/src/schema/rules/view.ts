/** A build as the rules see it. What has another type than it should is left empty: the schema reports that. */
export interface BuildView {
  readonly steps: readonly StepView[];
  readonly timeout: string | undefined;
  readonly queueTtl: string | undefined;
  readonly images: readonly string[];
  readonly artifacts: View;
  readonly substitutions: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly logsBucket: string | undefined;
  readonly serviceAccount: string | undefined;
  readonly secrets: readonly { readonly versionName: string; readonly env: string }[];
  readonly dependencies: readonly View[];
  readonly options: OptionsView;
}

export interface StepView {
  readonly name: string;
  readonly id: string | undefined;
  readonly entrypoint: string | undefined;
  /** Absent is something else than empty: it excludes `script`. */
  readonly args: readonly string[] | undefined;
  readonly script: string | undefined;
  readonly env: readonly string[];
  readonly secretEnv: readonly string[];
  readonly dir: string | undefined;
  readonly waitFor: readonly string[] | undefined;
  readonly volumes: readonly VolumeView[];
  readonly timeout: string | undefined;
  readonly allowExitCodes: readonly number[];
  readonly automapSubstitutions: boolean;
}

export interface VolumeView {
  readonly name: string;
  readonly path: string;
}

export interface OptionsView {
  readonly env: readonly string[];
  readonly secretEnv: readonly string[];
  readonly volumes: readonly VolumeView[];
  readonly logging: string | undefined;
  readonly defaultLogsBucketBehavior: string | undefined;
  readonly diskSizeGb: string | undefined;
  readonly substitutionOption: string | undefined;
  readonly automapSubstitutions: boolean;
}

/** Any map of a file. */
export type View = Readonly<Record<string, unknown>>;

/** Reads a build leniently; never throws. */
export function viewOf(build: unknown): BuildView {
  const map = mapOf(build);
  const secrets = listOf(mapOf(map.availableSecrets).secretManager).map(mapOf);
  return {
    steps: listOf(map.steps).map(stepOf),
    timeout: textOf(map.timeout),
    queueTtl: textOf(map.queueTtl),
    images: textsOf(map.images),
    artifacts: mapOf(map.artifacts),
    substitutions: textMapOf(map.substitutions),
    tags: textsOf(map.tags),
    logsBucket: textOf(map.logsBucket),
    serviceAccount: textOf(map.serviceAccount),
    secrets: secrets.map(({ versionName, env }) => ({
      versionName: textOf(versionName) ?? "",
      env: textOf(env) ?? "",
    })),
    dependencies: listOf(map.dependencies).map(mapOf),
    options: optionsOf(mapOf(map.options)),
  };
}

function stepOf(step: unknown): StepView {
  const map = mapOf(step);
  return {
    name: textOf(map.name) ?? "",
    id: textOf(map.id),
    entrypoint: textOf(map.entrypoint),
    args: map.args === undefined ? undefined : textsOf(map.args),
    script: textOf(map.script),
    env: textsOf(map.env),
    secretEnv: textsOf(map.secretEnv),
    dir: textOf(map.dir),
    waitFor: map.waitFor === undefined ? undefined : textsOf(map.waitFor),
    volumes: volumesOf(map.volumes),
    timeout: textOf(map.timeout),
    allowExitCodes: listOf(map.allowExitCodes).map((code) => (typeof code === "number" ? code : 0)),
    automapSubstitutions: map.automapSubstitutions === true,
  };
}

function optionsOf(map: View): OptionsView {
  return {
    env: textsOf(map.env),
    secretEnv: textsOf(map.secretEnv),
    volumes: volumesOf(map.volumes),
    logging: textOf(map.logging),
    defaultLogsBucketBehavior: textOf(map.defaultLogsBucketBehavior),
    diskSizeGb: textOf(map.diskSizeGb),
    substitutionOption: textOf(map.substitutionOption),
    automapSubstitutions: map.automapSubstitutions === true,
  };
}

function volumesOf(volumes: unknown): readonly VolumeView[] {
  return listOf(volumes)
    .map(mapOf)
    .map(({ name, path }) => ({ name: textOf(name) ?? "", path: textOf(path) ?? "" }));
}

/** The map, or an empty one. */
export function mapOf(value: unknown): View {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as View) : {};
}

/** The list, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or `undefined`. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The list with its texts; anything else in it reads as empty, so that indices stay. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).map((item) => textOf(item) ?? "");
}

/** The map with its texts. */
export function textMapOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapOf(value)).map(([key, item]) => [key, textOf(item) ?? ""]));
}

/** Seconds of a duration such as `600s`; `undefined` for what isn't one. */
export function secondsOf(duration: string | undefined): number | undefined {
  return duration !== undefined && /^\d+(\.\d+)?s$/.test(duration) ? Number(duration.slice(0, -1)) : undefined;
}

/** How many bytes a text has in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
