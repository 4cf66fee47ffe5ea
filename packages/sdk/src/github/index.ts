import { tokenSecret } from "@cicl/model";
import { makeValue } from "../values.ts";
import {
  choose,
  contains,
  endsWith,
  format,
  fromJSON,
  hashFiles,
  join,
  member,
  read,
  startsWith,
  toJSON,
} from "./expressions.ts";
import { cancel, parallel, wait, waitAll } from "./steps.ts";

/**
 * What GitHub Actions alone has: values and conditions in its own language, and steps beside each other. Every other
 * target refuses it, with its place. Events are `on.github(…)`, keys the option `github` of a pipeline, job, step or
 * trigger.
 */
export const github = Object.freeze({
  /** The job's own token, with the scopes that the job has. It is a secret like any other. */
  token: makeValue<never, "secret">({ kind: "secret", name: tokenSecret }),
  read,
  member,
  format,
  join,
  toJSON,
  fromJSON,
  hashFiles,
  choose,
  contains,
  startsWith,
  endsWith,
  parallel,
  wait,
  waitAll,
  cancel,
});
