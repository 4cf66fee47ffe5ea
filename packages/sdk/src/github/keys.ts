import type { NativeKey } from "@cicl/model";
import { refGlob } from "../check/glob.ts";
import { port } from "../check/port.ts";
import { flag, list, oneOf, type Reader, text, whole, wrong } from "../check/reader.ts";
import type { Condition } from "../condition.ts";
import type { Login } from "../job/options.ts";
import { data, decides, either, type KeyReader, keys, named, nativeKeys, texts, value } from "../native-keys.ts";
import { expressionOf, type Text, type Value } from "../values.ts";
import { githubPullRequestActivities } from "./events.ts";

/** What runs may do with caches, whatever their token could. */
export type CacheMode = "read" | "write" | "write-only" | "none";

/** How many runs wait in a concurrency group: the newest alone, or all, up to a hundred. */
export interface GitHubQueue {
  readonly queue?: "single" | "max";
}

/** Keys of a pipeline that GitHub alone has, as it spells them. */
export interface GitHubPipelineKeys {
  /** Shown in the list of runs. */
  readonly "run-name"?: Text;
  readonly description?: string;
  readonly "cache-mode"?: CacheMode;
  /** Says more about the pipeline's own group. */
  readonly concurrency?: GitHubQueue;
}

/** Keys of the container that a job runs in. */
export interface GitHubContainerKeys {
  readonly options?: string;
  readonly ports?: readonly (string | number)[];
  readonly volumes?: readonly string[];
}

/** Keys of a service. */
export interface GitHubServiceKeys {
  readonly options?: string;
  readonly volumes?: readonly string[];
  readonly credentials?: Login;
  readonly entrypoint?: string;
  readonly command?: string;
}

/** Keys of a job that GitHub alone has, as it spells them. */
export interface GitHubJobKeys {
  /** A group of the organisation's runners, in place of the machine that `runner` names. */
  readonly "runs-on"?: { readonly group: Text; readonly labels?: string | readonly string[] };
  /** Keeps the machine's disk as an image for later jobs. */
  readonly snapshot?: string | { readonly "image-name": string; readonly version?: string; readonly if?: Condition };
  readonly "cache-mode"?: CacheMode;
  /** Minutes that a cancelled job has to end by itself. */
  readonly "cancel-timeout-minutes"?: number | Value;
  /** A timeout that is known only in the run; `timeout` takes any other. */
  readonly "timeout-minutes"?: Value;
  /** `deployment: false` uses the environment without recording a deployment. */
  readonly environment?: { readonly deployment?: boolean };
  readonly concurrency?: GitHubQueue;
  readonly container?: GitHubContainerKeys;
  readonly services?: Readonly<Record<string, GitHubServiceKeys>>;
  /** A matrix that an earlier job works out: `github.fromJSON(…)` of its output. Its values are read with `github.read`. */
  readonly strategy?: { readonly matrix: Value };
}

/** Keys of a step that GitHub alone has, or that take values there. */
export interface GitHubStepKeys {
  /** The job goes on beside it; `github.wait` and `github.waitAll` wait for its end. Scripts and actions only. */
  readonly background?: boolean;
  readonly name?: Value;
  readonly "timeout-minutes"?: Value;
}

/** Keys of a push or merge queue trigger that GitHub alone has. */
export interface GitHubBranchKeys {
  /** Every branch but these; not together with `branches`. */
  readonly "branches-ignore"?: readonly string[];
}

/** Keys of a pull request trigger that GitHub alone has. */
export interface GitHubPullRequestKeys extends GitHubBranchKeys {
  /** Activities beside those in `activities`. */
  readonly types?: readonly (typeof githubPullRequestActivities)[number][];
}

const cacheMode = data(oneOf("read", "write", "write-only", "none"));
const queue = keys("The concurrency group", { queue: data(oneOf("single", "max")) });
const plain = data(text);
const late: KeyReader = (given, origin) =>
  expressionOf(given) ? value(given, origin) : wrong(given, "a value that is known only in the run", origin);
const minutes: KeyReader = (given, origin) =>
  expressionOf(given) ? value(given, origin) : data(whole(1))(given, origin);
/** A step that doesn't run in the background says nothing of it. */
const background: KeyReader = (given, origin) => (flag(given, origin) ? data(flag)(given, origin) : []);

const branches = { "branches-ignore": data(texts(refGlob)) } as const;

const groups: KeyReader = (given, origin) => {
  const read = keys("The runner group", { group: value, labels: oneOrMore(plain, data(texts(text))) })(given, origin);
  return read.some(({ path }) => path[0] === "group") ? read : wrong(given, "an object with a group", origin);
};

function oneOrMore(one: KeyReader, several: KeyReader): KeyReader {
  return (given, origin) => (Array.isArray(given) ? several : one)(given, origin);
}

/** GitHub counts the second part of an image's version itself. */
const imageVersion: Reader<string> = (given, origin) => {
  const written = text(given, origin);
  return /^\d+\.\*$/.test(written) ? written : wrong(given, 'a version such as "1.*"', origin);
};

const image: KeyReader = (given, origin) => {
  const shape = { "image-name": plain, version: data(imageVersion), if: decides };
  const read = keys("A snapshot", shape)(given, origin);
  return read.some(({ path }) => path[0] === "image-name")
    ? read
    : wrong(given, "an object with an image-name", origin);
};

const job = keys("The GitHub keys of a job", {
  "runs-on": groups,
  snapshot: either(plain, image),
  "cache-mode": cacheMode,
  "cancel-timeout-minutes": minutes,
  "timeout-minutes": late,
  environment: keys("The environment", { deployment: data(flag) }),
  concurrency: queue,
  container: keys("The container", { options: plain, ports: data(list(port, 1)), volumes: data(texts(text)) }),
  services: named(
    keys("The service", {
      options: plain,
      volumes: data(texts(text)),
      credentials: keys("The credentials", { username: value, password: late }),
      entrypoint: plain,
      command: plain,
    }),
  ),
  strategy: keys("The strategy", { matrix: late }),
});

const read = (reader: KeyReader): Reader<readonly NativeKey[]> => nativeKeys("github", reader);

/** Reads the option `github` of a pipeline. */
export const githubPipelineKeys = read(
  keys("The GitHub keys of a pipeline", {
    "run-name": value,
    description: plain,
    "cache-mode": cacheMode,
    concurrency: queue,
  }),
);
/** Reads the option `github` of a job. */
export const githubJobKeys = read(job);
/** Reads the option `github` of a step. */
export const githubStepKeys = read(
  keys("The GitHub keys of a step", { background, name: late, "timeout-minutes": late }),
);
/** Reads the option `github` of a push or merge queue trigger. */
export const githubBranchKeys = read(keys("The GitHub keys of a trigger", branches));
/** Reads the option `github` of a pull request trigger. */
export const githubPullRequestKeys = read(
  keys("The GitHub keys of a trigger", { ...branches, types: data(list(oneOf(...githubPullRequestActivities), 1)) }),
);
