import type { OptionProblem, OptionsResult } from "@cicl/backend-kit";
import { didYouMean } from "@cicl/diagnostics";

/** What a configuration can say about Cloud Build. */
export interface CloudBuildOptions {
  /** The project's id. */
  readonly project?: string;
  /** `owner/name` on GitHub, or the full name of a connected repository (`projects/…/repositories/…`). */
  readonly repository?: string;
  /** Where triggers live and builds run. Default `global`. */
  readonly region?: string;
  /** E-mail addresses of service accounts: one for pull requests, which can read no secret, and one for all else. */
  readonly serviceAccounts?: { readonly trusted?: string; readonly pullRequest?: string };
  /** `gs://…`, for artifacts, reports and locks. */
  readonly bucket?: string;
  /** Name of a secret (`TOKEN`, `DEV__TOKEN`) → number of its version. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Name of a variable (`HOST`, `DEV__HOST`) → its value. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Runner label → `default`, or the full name of a private pool. */
  readonly pools?: Readonly<Record<string, string>>;
  /** Machine of the default pool, e.g. `E2_HIGHCPU_8`. */
  readonly machineType?: string;
  /** Images of steps: `default` for jobs that name none, `tools` for cicl's own, `docker`, `gcloud`. */
  readonly images?: Partial<Images>;
}

/** The images that steps run in unless their job says otherwise. */
export interface Images {
  /** Of a job without container and set-up. */
  readonly default: string;
  /** Of the steps that begin and end jobs: a POSIX shell, git and core utilities. */
  readonly tools: string;
  /** Of steps that build or run images: a POSIX shell, git and docker with buildx. */
  readonly docker: string;
  /** Of steps that keep files: a POSIX shell and gcloud. */
  readonly gcloud: string;
}

/** The options with all defaults; what has none and is needed is reported where it is needed. */
export type ResolvedOptions = Omit<CloudBuildOptions, "images" | "region"> &
  Required<Pick<CloudBuildOptions, "serviceAccounts" | "secrets" | "variables" | "pools" | "region">> & {
    readonly images: Images;
  };

const defaultImages: Images = {
  default: "buildpack-deps:24.04",
  tools: "docker:28-cli",
  docker: "docker:28-cli",
  gcloud: "gcr.io/google.com/cloudsdktool/google-cloud-cli:530.0.0-slim",
};

/** The form of each text, and how to write it. */
const texts = {
  project: [/^[a-z][a-z0-9-]+$/, 'project: "my-project"'],
  repository: [
    /^([\w.-]+\/[\w.-]+|projects\/[^/]+\/locations\/[^/]+\/connections\/[^/]+\/repositories\/[^/]+)$/,
    'repository: "owner/name"',
  ],
  region: [/^[a-z0-9-]+$/, 'region: "europe-west3"'],
  bucket: [/^gs:\/\/[a-z0-9][a-z0-9._/-]*[a-z0-9]$/, 'bucket: "gs://my-bucket"'],
  machineType: [/^[A-Z][A-Z0-9_]+$/, 'machineType: "E2_HIGHCPU_8"'],
} as const satisfies Record<string, readonly [RegExp, string]>;

/** The form of the values of each map; `keys` where only some are known. */
const maps = {
  serviceAccounts: {
    form: /^[^@\s]+@[^@\s]+$/,
    example: 'serviceAccounts: { trusted: "ci@my-project.iam.gserviceaccount.com" }',
    keys: ["trusted", "pullRequest"],
  },
  secrets: { form: /^[1-9][0-9]*$/, example: 'secrets: { TOKEN: "1" }', keys: undefined },
  variables: { form: /^/, example: 'variables: { HOST: "dev.example.com" }', keys: undefined },
  pools: {
    form: /^(default|projects\/.+\/workerPools\/[^/]+)$/,
    example: 'pools: { docker: "default" }',
    keys: undefined,
  },
  images: { form: /^\S+$/, example: 'images: { default: "ubuntu:24.04" }', keys: Object.keys(defaultImages) },
} as const;

type TextName = keyof typeof texts;
type MapName = keyof typeof maps;

/** Reads the options; every key that isn't known, and every value of the wrong form, is a problem. */
export function readOptions(raw: unknown): OptionsResult<ResolvedOptions> {
  const given = entriesOf(raw);
  if (!given)
    return { ok: false, problems: [problem([], "The options of cloudbuild must be an object.", "cloudbuild: {}")] };
  const problems: OptionProblem[] = [];
  refuseUnknown(given, [...Object.keys(texts), ...Object.keys(maps)], [], problems);
  const text = (name: TextName): string | undefined => readText(name, given.get(name), problems);
  const map = (name: MapName): Readonly<Record<string, string>> => readMap(name, given.get(name), problems);
  const found = {
    project: text("project"),
    repository: text("repository"),
    bucket: text("bucket"),
    machineType: text("machineType"),
  };
  const options = {
    ...definedOf(found),
    region: given.has("region") ? (text("region") ?? "global") : (locationOf(found.repository) ?? "global"),
    serviceAccounts: map("serviceAccounts"),
    secrets: map("secrets"),
    variables: map("variables"),
    pools: map("pools"),
    images: { ...defaultImages, ...map("images") },
  };
  refuseOneAccount(options.serviceAccounts, problems);
  refuseOtherRegion(options, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, options };
}

/** A pull request brings its own build file along, so whatever its account may do it may do. */
function refuseOneAccount(accounts: Readonly<Record<string, string>>, problems: OptionProblem[]): void {
  const { trusted, pullRequest } = accounts;
  if (trusted === undefined || trusted.toLowerCase() !== pullRequest?.toLowerCase()) return;
  problems.push({
    path: ["serviceAccounts", "pullRequest"],
    what: "The options of cloudbuild name one service account for pull requests and for all else.",
    fix: "Name another account for pull requests, one that can read no secret.",
  });
}

/** The location in the full name of a connected repository; a trigger of another one can't listen to it. */
function locationOf(repository: string | undefined): string | undefined {
  return /^projects\/[^/]+\/locations\/([^/]+)\//.exec(repository ?? "")?.[1];
}

function refuseOtherRegion(
  { region, repository }: { readonly region: string; readonly repository?: string },
  problems: OptionProblem[],
): void {
  const location = locationOf(repository);
  if (location === undefined || location === region) return;
  problems.push({
    path: ["region"],
    what: `The region of cloudbuild is ${region}, and the repository is connected in ${location}.`,
    fix: `Leave out region, or write region: "${location}".`,
  });
}

function readText(name: TextName, value: unknown, problems: OptionProblem[]): string | undefined {
  if (value === undefined) return undefined;
  const [form, example] = texts[name];
  if (typeof value === "string" && form.test(value)) return value;
  problems.push(problem([name], `The option ${name} of cloudbuild has the wrong form.`, example));
  return undefined;
}

function readMap(name: MapName, value: unknown, problems: OptionProblem[]): Readonly<Record<string, string>> {
  const { form, example, keys } = maps[name];
  const given = entriesOf(value ?? {});
  if (!given) {
    problems.push(problem([name], `The option ${name} of cloudbuild must be an object.`, example));
    return {};
  }
  if (keys) refuseUnknown(given, keys, [name], problems);
  const read = [...given].flatMap(([key, entry]): readonly (readonly [string, string])[] => {
    if (typeof entry === "string" && form.test(entry)) return [[key, entry]];
    problems.push(problem([name, key], `The option ${name}.${key} of cloudbuild has the wrong form.`, example));
    return [];
  });
  return Object.fromEntries(read);
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map<string, unknown>(Object.entries(value));
}

function refuseUnknown(
  given: ReadonlyMap<string, unknown>,
  known: readonly string[],
  path: readonly string[],
  problems: OptionProblem[],
): void {
  for (const key of given.keys()) {
    if (known.includes(key)) continue;
    problems.push({
      path: [...path, key],
      what: `cloudbuild has no option "${[...path, key].join(".")}".`,
      fix: `${didYouMean(key, known)}Options are ${known.join(", ")}.`,
    });
  }
}

function problem(path: readonly string[], what: string, example: string): OptionProblem {
  return { path, what, fix: `Write e.g. ${example}.` };
}

function definedOf<T extends Readonly<Record<string, string | undefined>>>(
  values: T,
): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
