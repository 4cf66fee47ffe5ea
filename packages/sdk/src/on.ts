import { didYouMean, type Origin } from "@cicl/diagnostics";
import {
  type CallTrigger as CallTriggerNode,
  deepFreeze,
  type InputDeclaration,
  type NativeKey,
  type PathFilter,
  type PullRequestActivity,
  pullRequestActivities,
  type Trigger as TriggerNode,
} from "@cicl/model";
import { fail } from "./check/fail.ts";
import { glob, refGlob } from "./check/glob.ts";
import { storedName } from "./check/names.ts";
import { list, object, optional, type Reader, withDefault, wrong } from "./check/reader.ts";
import { zone } from "./check/time.ts";
import { cron } from "./cron.ts";
import type { Exact } from "./exact.ts";
import type { GitHubEvent, GitHubEventArguments, GitHubEventOptions } from "./github/events.ts";
import {
  type GitHubBranchKeys,
  type GitHubPullRequestKeys,
  githubBranchKeys,
  githubPullRequestKeys,
} from "./github/keys.ts";
import { githubTrigger, refuseBoth } from "./github/trigger.ts";
import { type Inputs, type InputValues, inputs, inputValues } from "./input.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { strictRecord } from "./strict-record.ts";
import { makeValue, type Value } from "./values.ts";

/** What starts a run. */
export interface Trigger extends Sealed<{ trigger: true }> {}

/** A trigger with inputs; `inputs` holds their values. */
export interface InputTrigger<I> extends Trigger {
  readonly inputs: InputValues<I>;
}

/** A trigger by which another pipeline calls this one; `secrets` are those that the caller hands in. */
export interface CallTrigger<I, S extends string> extends InputTrigger<I> {
  readonly secrets: { readonly [K in S]: Value<never, "secret"> };
}

/** Globs of changed files: one of them matches, or, as an object, one is included and not excluded. */
export type Paths = readonly string[] | { readonly include: readonly string[]; readonly exclude?: readonly string[] };

export interface PushOptions {
  readonly github?: GitHubBranchKeys;
  /** Globs; absent means every branch. */
  readonly branches?: readonly string[];
  readonly paths?: Paths;
}
export interface PullRequestOptions {
  readonly github?: GitHubPullRequestKeys;
  /** Globs of the base branch; absent means every branch. */
  readonly branches?: readonly string[];
  readonly paths?: Paths;
  /** Absent means opened, reopened and synchronize. */
  readonly activities?: readonly PullRequestActivity[];
}
export interface MergeQueueOptions {
  readonly github?: GitHubBranchKeys;
  readonly branches?: readonly string[];
}
export interface ScheduleOptions {
  /** IANA name, e.g. `Europe/Berlin`; absent means UTC. */
  readonly zone?: string;
}
export interface ManualOptions {
  readonly inputs?: Inputs;
}
export interface CallOptions {
  readonly inputs?: Inputs;
  /** Names of secrets that the caller must hand in. */
  readonly secrets?: readonly string[];
}

type None = Record<never, never>;
type SecretsOf<O> = O extends { readonly secrets: readonly (infer S extends string)[] } ? S : never;
type InputsOf<O> = O extends { readonly inputs: infer I } ? I : None;

const triggers = registry<Trigger, TriggerNode>();

/** Reads a trigger. */
export const trigger: Reader<TriggerNode> = (value, origin) =>
  triggers.open(value) ?? wrong(value, 'a trigger made by "on"', origin);

const make = (node: TriggerNode): Trigger => triggers.seal({}, deepFreeze(node));
const branches = optional(list(refGlob, 1));

const paths: Reader<PathFilter> = (value, origin) =>
  Array.isArray(value)
    ? { include: list(glob, 1)(value, origin), exclude: [] }
    : object("A path filter", { include: list(glob, 1), exclude: withDefault(list(glob), []) })(value, origin);

const activity: Reader<PullRequestActivity> = (value, origin) => {
  if (typeof value !== "string") wrong(value, "the name of an activity", origin);
  const known = pullRequestActivities.find((name) => name === value);
  if (known === undefined) {
    fail(
      "CICL2012",
      {
        what: `${JSON.stringify(value)} isn't an activity of pull requests.`,
        why: "Engines ignore an activity that they don't know, so the run would never start.",
        fix: `${didYouMean(value, pullRequestActivities)}Use one of ${pullRequestActivities.join(", ")}.`,
      },
      origin,
    );
  }
  return known;
};

/** Triggers of a pipeline. */
export const on = Object.freeze({
  /** A push to a branch; never one of a tag. */
  push<const O extends PushOptions = None>(options?: O & Exact<O, PushOptions>): Trigger {
    const origin = originHere();
    const shape = { branches, paths: optional(paths), github: optional(githubBranchKeys) };
    return make({ kind: "push", origin, ...withNative(object("A push trigger", shape)(options ?? {}, origin)) });
  },
  /** A push of a tag that matches one of the globs. */
  tag(...tags: readonly [string, ...string[]]): Trigger {
    const origin = originHere();
    return make({ kind: "tag", origin, tags: list(refGlob, 1)(tags, origin) });
  },
  /** A pull request. */
  pullRequest<const O extends PullRequestOptions = None>(options?: O & Exact<O, PullRequestOptions>): Trigger {
    const origin = originHere();
    const shape = {
      branches,
      paths: optional(paths),
      activities: optional(list(activity, 1)),
      github: optional(githubPullRequestKeys),
    };
    const read = object("A pull request trigger", shape)(options ?? {}, origin);
    return make({ kind: "pull-request", origin, ...withNative(read) });
  },
  /** The merge queue tests a group of pull requests. */
  mergeQueue<const O extends MergeQueueOptions = None>(options?: O & Exact<O, MergeQueueOptions>): Trigger {
    const origin = originHere();
    const shape = { branches, github: optional(githubBranchKeys) };
    const read = object("A merge queue trigger", shape)(options ?? {}, origin);
    return make({ kind: "merge-queue", origin, ...withNative(read) });
  },
  /** A schedule. @param fields minute, hour, day of month, month, day of week; at most every five minutes */
  schedule<const O extends ScheduleOptions = None>(fields: string, options?: O & Exact<O, ScheduleOptions>): Trigger {
    const origin = originHere();
    const read = object("A schedule", { zone: optional(zone) })(options ?? {}, origin);
    return make({ kind: "schedule", origin, cron: cron(fields, origin), ...read });
  },
  /** Somebody starts the run by hand. */
  manual<const O extends ManualOptions = None>(options?: O & Exact<O, ManualOptions>): InputTrigger<InputsOf<O>> {
    const origin = originHere();
    const read = object("A manual trigger", { inputs: withDefault(inputs, []) })(options ?? {}, origin);
    return withInputs(read.inputs, (declared) => ({ kind: "manual", origin, inputs: declared }));
  },
  /**
   * An event that GitHub alone has, as GitHub spells it; other targets refuse it.
   * @param event e.g. `issue_comment`
   * @param options its activities and filters, and the reason of an event that gives strangers' changes the
   * repository's rights
   */
  github<const E extends GitHubEvent, const O extends GitHubEventOptions<E>>(
    event: E,
    ...[options]: GitHubEventArguments<E, O & Exact<O, GitHubEventOptions<E>>>
  ): Trigger {
    return make(githubTrigger(event, options, originHere()));
  },
  /** Another pipeline calls this one. */
  call<const O extends CallOptions = None>(
    options?: O & Exact<O, CallOptions>,
  ): CallTrigger<InputsOf<O>, SecretsOf<O>> {
    const origin = originHere();
    const shape = { inputs: withDefault(inputs, []), secrets: withDefault(list(storedName), []) };
    const { inputs: declared, secrets } = object("A call trigger", shape)(options ?? {}, origin);
    for (const [name, { type }] of declared) if (type === "environment") noEnvironment(name, origin);
    const node = (all: Readonly<Record<string, InputDeclaration>>): CallTriggerNode => ({
      ...{ kind: "call", origin, inputs: all, secrets, outputs: [] },
    });
    return withInputs(declared, node, {
      secrets: strictRecord(
        Object.fromEntries(secrets.map((name) => [name, makeValue({ kind: "secret", name })])),
        (name, place) => undeclared("secret", name, secrets, place),
      ),
    });
  },
});

/** Renames the keys of one target to what the representation calls them. */
function withNative<T extends { readonly branches?: readonly string[]; readonly github?: readonly NativeKey[] }>({
  github,
  ...read
}: T): Omit<T, "github"> & { readonly native?: readonly NativeKey[] } {
  const ignored = github?.find(({ path }) => path[0] === "branches-ignore");
  if (ignored && read.branches) refuseBoth(ignored.origin);
  return { ...read, ...(github ? { native: github } : {}) };
}

function withInputs<T extends Trigger>(
  declared: readonly (readonly [string, InputDeclaration])[],
  node: (declared: Readonly<Record<string, InputDeclaration>>) => TriggerNode,
  members: object = {},
): T {
  const built = node(Object.fromEntries(declared));
  const names = declared.map(([name]) => name);
  const values = strictRecord(inputValues(declared, built), (name, origin) => undeclared("input", name, names, origin));
  deepFreeze(built);
  return triggers.seal({ inputs: values, ...members }, built) as unknown as T;
}

function undeclared(kind: "input" | "secret", name: string, names: readonly string[], origin: Origin): never {
  return fail(
    "CICL2018",
    {
      what: `The trigger declares no ${kind} "${name}".`,
      why: "It would read as empty in every run.",
      fix: `${didYouMean(name, names)}Declare it in "${kind}s".`,
    },
    origin,
  );
}

function noEnvironment(name: string, origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: `The input "${name}" names an environment, which only somebody who starts a run can choose.`,
      why: "A call hands in text, numbers and truth values.",
      fix: "Declare it with input.string(), or with input.choice([…]) and the names.",
    },
    origin,
  );
}
