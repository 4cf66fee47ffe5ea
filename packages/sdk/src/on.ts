import { didYouMean } from "@cicl/diagnostics";
import {
  deepFreeze,
  type InputDeclaration,
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
import { type Inputs, type InputValues, inputs, inputValues } from "./input.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { strictRecord } from "./strict-record.ts";

/** What starts a run. */
export interface Trigger extends Sealed<{ trigger: true }> {}

/** A trigger with inputs; `inputs` holds their values. */
export interface InputTrigger<I> extends Trigger {
  readonly inputs: InputValues<I>;
}

/** Globs of changed files: one of them matches, or, as an object, one is included and not excluded. */
export type Paths = readonly string[] | { readonly include: readonly string[]; readonly exclude?: readonly string[] };

export interface PushOptions {
  /** Globs; absent means every branch. */
  readonly branches?: readonly string[];
  readonly paths?: Paths;
}
export interface PullRequestOptions {
  /** Globs of the base branch; absent means every branch. */
  readonly branches?: readonly string[];
  readonly paths?: Paths;
  /** Absent means opened, reopened and synchronize. */
  readonly activities?: readonly PullRequestActivity[];
}
export interface MergeQueueOptions {
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
  const known = pullRequestActivities.find((name) => name === value);
  if (known === undefined) {
    fail(
      "CICL2012",
      {
        what: `${JSON.stringify(value)} isn't an activity of pull requests.`,
        why: "Engines ignore an activity that they don't know, so the run would never start.",
        fix: `${didYouMean(String(value), pullRequestActivities)}Use one of ${pullRequestActivities.join(", ")}.`,
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
    const read = object("A push trigger", { branches, paths: optional(paths) })(options ?? {}, origin);
    return make({ kind: "push", origin, ...read });
  },
  /** A push of a tag that matches one of the globs. */
  tag(...tags: readonly [string, ...string[]]): Trigger {
    const origin = originHere();
    return make({ kind: "tag", origin, tags: list(refGlob, 1)(tags, origin) });
  },
  /** A pull request. */
  pullRequest<const O extends PullRequestOptions = None>(options?: O & Exact<O, PullRequestOptions>): Trigger {
    const origin = originHere();
    const shape = { branches, paths: optional(paths), activities: optional(list(activity, 1)) };
    return make({ kind: "pull-request", origin, ...object("A pull request trigger", shape)(options ?? {}, origin) });
  },
  /** The merge queue tests a group of pull requests. */
  mergeQueue<const O extends MergeQueueOptions = None>(options?: O & Exact<O, MergeQueueOptions>): Trigger {
    const origin = originHere();
    return make({
      kind: "merge-queue",
      origin,
      ...object("A merge queue trigger", { branches })(options ?? {}, origin),
    });
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
  /** Another pipeline calls this one. */
  call<const O extends CallOptions = None>(options?: O & Exact<O, CallOptions>): InputTrigger<InputsOf<O>> {
    const origin = originHere();
    const shape = { inputs: withDefault(inputs, []), secrets: withDefault(list(storedName), []) };
    const { inputs: declared, secrets } = object("A call trigger", shape)(options ?? {}, origin);
    return withInputs(declared, (all) => ({ kind: "call", origin, inputs: all, secrets }));
  },
});

function withInputs<I>(
  declared: readonly (readonly [string, InputDeclaration])[],
  node: (declared: Readonly<Record<string, InputDeclaration>>) => TriggerNode,
): InputTrigger<I> {
  const built = node(Object.fromEntries(declared));
  const values = strictRecord(inputValues(declared, built), (name, origin) =>
    fail(
      "CICL2018",
      {
        what: `The trigger declares no input "${name}".`,
        why: "It would read as empty in every run.",
        fix: `${didYouMean(name, Object.keys(built.kind === "manual" || built.kind === "call" ? built.inputs : {}))}Declare it in "inputs".`,
      },
      origin,
    ),
  );
  deepFreeze(built);
  return triggers.seal({ inputs: values }, built) as unknown as InputTrigger<I>;
}
