import { didYouMean, type Origin } from "@cicl/diagnostics";
import type { NativeRead } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { text } from "../check/reader.ts";

/**
 * The members of GitHub's contexts; `any` for one whose members depend on the run. Inputs, variables, secrets, needs and
 * steps are read by their own handles, so that a misspelt one can't be written.
 * Source: GitHub's page on contexts.
 */
const contexts = {
  github: [
    "action",
    "action_path",
    "action_ref",
    "action_repository",
    "actor",
    "actor_id",
    "api_url",
    "base_ref",
    "event",
    "event_name",
    "event_path",
    "graphql_url",
    "head_ref",
    "job",
    "ref",
    "ref_name",
    "ref_protected",
    "ref_type",
    "repository",
    "repository_id",
    "repository_owner",
    "repository_owner_id",
    "repositoryUrl",
    "retention_days",
    "run_attempt",
    "run_id",
    "run_number",
    "server_url",
    "sha",
    "triggering_actor",
    "workflow",
    "workflow_ref",
    "workflow_sha",
    "workspace",
  ],
  runner: ["arch", "debug", "environment", "name", "os", "temp", "tool_cache"],
  job: [
    "check_run_id",
    "container",
    "services",
    "status",
    "workflow_file_path",
    "workflow_ref",
    "workflow_repository",
    "workflow_sha",
  ],
  strategy: ["fail-fast", "job-index", "job-total", "max-parallel"],
  matrix: "any",
  env: "any",
} as const;

type Contexts = typeof contexts;
type Member<C extends keyof Contexts> = Contexts[C] extends readonly (infer M extends string)[] ? M : string;

/** Members that hold more: the payload of an event, and what the runner says of containers. */
type Deep = `github.event.${string}` | `job.container.${string}` | `job.services.${string}`;

/** The path of a member, e.g. `github.workflow`. */
export type GitHubPath = { [C in keyof Contexts]: `${C}.${Member<C>}` }[keyof Contexts] | Deep;

/** Whoever opens a pull request, an issue or a comment chooses them, or the name behind them. */
const chosenByOthers: Readonly<Record<string, readonly string[]>> = {
  github: ["event", "head_ref", "actor", "triggering_actor"],
};

/** Reads the path of a member. @throws CiclError for a context or member that doesn't exist */
export function readPath(given: unknown, origin: Origin): { readonly tree: NativeRead; readonly untrusted: boolean } {
  const path = text(given, origin).split(".");
  const [context = "", member] = path;
  const known: Readonly<Record<string, readonly string[] | "any">> = contexts;
  const members = Object.hasOwn(known, context) ? known[context] : undefined;
  if (members === undefined) unknown(`no context "${context}" to be read`, context, Object.keys(contexts), origin);
  if (member === undefined || path.some((name) => !/^([\w-]+|\*)$/.test(name))) {
    unknown(
      `nothing under ${JSON.stringify(given)}: a path is made of names, numbers and *, with dots between them`,
      "",
      [],
      origin,
    );
  }
  if (member === "token") notByRead(origin);
  if (members !== "any" && !members.includes(member)) {
    unknown(`no member "${member}" in its context "${context}"`, member, members, origin);
  }
  return { tree: { kind: "read", path }, untrusted: chosenByOthers[context]?.includes(member) === true };
}

/** The token is a secret, and has to be seen as one. */
function notByRead(origin: Origin): never {
  fail(
    "CICL2018",
    {
      what: "The job's token isn't read by its path.",
      why: "It is a secret, and must not reach conditions, outputs or names.",
      fix: "Use github.token.",
    },
    origin,
  );
}

function unknown(what: string, written: string, names: readonly string[], origin: Origin): never {
  fail(
    "CICL2018",
    {
      what: `GitHub has ${what}.`,
      why: "It would read as empty in every run.",
      fix: `${didYouMean(written, names)}Write a context and its member, e.g. "github.workflow".`,
    },
    origin,
  );
}
