import { at, type Origin } from "@cicl/diagnostics";
import { deepFreeze, type Environment as EnvironmentNode } from "@cicl/model";
import { minutes } from "./check/duration.ts";
import { fail } from "./check/fail.ts";
import { refGlob } from "./check/glob.ts";
import { id, storedName } from "./check/names.ts";
import { list, object, oneOf, optional, type Reader, text, whole, withDefault, wrong } from "./check/reader.ts";
import { timeOfDay, weekdays, zone } from "./check/time.ts";
import type { Exact } from "./exact.ts";
import { originHere } from "./origin.ts";
import { registry, type Sealed } from "./sealed.ts";
import { makeValue, type Value } from "./values.ts";

/** A place that a deploy ships to; its secrets and variables belong to it alone. */
export interface Environment<out Name extends string = string> extends Sealed<{ environment: Name }> {
  readonly name: Name;
  /** A secret of this environment. @param name upper-case letters, digits and underscores */
  secret(name: string): Value<Name, "secret">;
  /** A configuration variable of this environment, not secret. */
  variable(name: string): Value<Name, "variable">;
}

export interface EnvironmentOptions {
  readonly tier: "development" | "staging" | "production";
  /** People who must agree before a deploy starts. */
  readonly approval?: {
    readonly count: number;
    /** `team:<slug>` or `user:<login>`. */
    readonly by: readonly string[];
    /** Time between the start of a deploy and its first step, e.g. `5m`. */
    readonly wait?: string;
  };
  /** The same as `approval.wait`, for an environment without approval. */
  readonly wait?: string;
  /** Hours in which a deploy may start. */
  readonly window?: {
    /** E.g. `mon-thu`. */
    readonly days: string;
    /** `HH:MM` */
    readonly from: string;
    /** `HH:MM` */
    readonly to: string;
    /** IANA name, e.g. `Europe/Berlin`. */
    readonly zone: string;
  };
  /** Globs of branches that may deploy; absent means any. */
  readonly branches?: readonly string[];
  /** How a target without secrets scoped to an environment keeps them; `secret` by default. */
  readonly credentials?: "secret" | "runner" | "repository";
  readonly url?: string;
}

const environments = registry<Environment, EnvironmentNode>();

const approver: Reader<string> = (value, origin) => {
  const name = text(value, origin);
  if (!/^(team|user):[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name)) {
    wrong(value, 'an approver such as "team:release" or "user:alice"', origin);
  }
  return name;
};

const url: Reader<string> = (value, origin) => {
  const address = text(value, origin);
  return /^https?:\/\/[^\s]+$/.test(address) ? address : wrong(value, "an address that starts with https://", origin);
};

const shape = object("An environment", {
  tier: oneOf("development", "staging", "production"),
  approval: optional(object("An approval", { count: whole(1, 100), by: list(approver, 1), wait: optional(minutes) })),
  wait: optional(minutes),
  window: optional(object("A window", { days: weekdays, from: timeOfDay, to: timeOfDay, zone })),
  branches: optional(list(refGlob, 1)),
  credentials: withDefault(oneOf("secret", "runner", "repository"), "secret"),
  url: optional(url),
});

/**
 * Declares an environment.
 * @param name lower-case letters, digits and hyphens
 * @returns the handle that deploys name as `to`, with the environment's secrets and variables
 * @throws CiclError when an option is wrong
 */
export function environment<const Name extends string, const O extends EnvironmentOptions>(
  name: Name,
  options: O & Exact<O, EnvironmentOptions>,
): Environment<Name> {
  const origin = originHere();
  id(name, origin);
  const { approval, wait, ...read } = shape(options, origin);
  if (approval?.wait !== undefined && wait !== undefined) waitTwice(origin);
  checkWindow(read.window, origin);
  const waitMinutes = approval?.wait ?? wait;
  const node: EnvironmentNode = deepFreeze({
    name,
    origin,
    ...read,
    ...(approval === undefined ? {} : { approval: { count: approval.count, by: approval.by } }),
    ...(waitMinutes === undefined ? {} : { waitMinutes }),
  });
  const own = <Kind extends "secret" | "variable">(kind: Kind, stored: string): Value<Name, Kind> =>
    makeValue({ kind, name: storedName(stored, originHere()), environment: name }, node);
  const handle = {
    name,
    secret: (stored: string): Value<Name, "secret"> => own("secret", stored),
    variable: (stored: string): Value<Name, "variable"> => own("variable", stored),
  };
  return environments.seal(handle, node) as unknown as Environment<Name>;
}

/** Reads an environment. */
export const environmentNode: Reader<EnvironmentNode> = (value, origin) =>
  environments.open(value) ?? wrong(value, 'an environment made by "environment"', origin);

function waitTwice(origin: Origin): never {
  fail(
    "CICL2004",
    {
      what: 'Both "wait" and "approval.wait" are given.',
      why: "They mean the same time, so one of them would be ignored.",
      fix: "Keep one of the two.",
    },
    at(origin, "wait"),
  );
}

function checkWindow(window: EnvironmentNode["window"], origin: Origin): void {
  if (!window || window.from < window.to) return;
  fail(
    "CICL2010",
    {
      what: `The window ends at ${window.to}, which isn't after its start at ${window.from}.`,
      why: "No deploy could ever start in it.",
      fix: "Let it end later on the same day.",
    },
    at(origin, "window", "to"),
  );
}
