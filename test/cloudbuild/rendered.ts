import { cloudbuild } from "@cicl/backend-cloudbuild";
import { printYaml } from "@cicl/backend-kit";
import type { Event } from "@cicl/core";
import { hasErrors } from "@cicl/diagnostics";
import { featureUses, type Pipeline } from "@cicl/model";
import { somePins as pins } from "../features/target.ts";
import type { RunOptions } from "./executor.ts";

const read = cloudbuild.options({
  project: "example",
  repository: "example/hub",
  serviceAccounts: { trusted: "ci@example.iam", pullRequest: "pull-requests@example.iam" },
});
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { options } = read;

/** The text of each file by its path; `undefined` for a pipeline that Cloud Build can't carry. */
export type Rendered = Readonly<Record<string, string>> | undefined;

/** Renders a pipeline for Cloud Build, where it can be. */
export function render(pipeline: Pipeline<"gated">): Rendered {
  const capabilities = cloudbuild.capabilities(options);
  const uses = featureUses(pipeline, cloudbuild.id);
  if (uses.some((use) => capabilities[use.feature].kind === "unsupported")) return undefined;
  const { files, diagnostics } = cloudbuild.lower(pipeline, { options, pins });
  if (hasErrors(diagnostics)) return undefined;
  return Object.fromEntries(files.map(({ path, tree }) => [path, printYaml(tree, { header: [] }).text]));
}

/** The build that an event starts. */
export function buildOn(event: Event, pipeline: Pipeline, files: NonNullable<Rendered>): string {
  const names = [`${pipeline.name}.${event.kind}`, pipeline.name];
  const text = names.map((name) => files[`cloudbuild/${name}.yaml`]).find((found) => found !== undefined);
  if (text === undefined) throw new Error(`No build among ${Object.keys(files).join(", ")} is for ${event.kind}.`);
  return text;
}

/** What Cloud Build substitutes in a build that an event starts; it hands a pull request's own branch to BRANCH_NAME. */
export function substitutionsOf(event: Event): NonNullable<RunOptions["substitutions"]> {
  const common = { PROJECT_ID: "example", BUILD_ID: "0a1b", COMMIT_SHA: event.commit, REPO_NAME: "hub" };
  if (event.kind === "push") return { ...common, BRANCH_NAME: event.branch, REF_NAME: event.branch };
  if (event.kind === "tag") return { ...common, TAG_NAME: event.tag, REF_NAME: event.tag };
  if (event.kind !== "pull-request") throw new Error(`No build is started by ${event.kind}.`);
  return {
    ...common,
    BRANCH_NAME: event.head,
    REF_NAME: event.head,
    _HEAD_BRANCH: event.head,
    _BASE_BRANCH: event.base,
    _PR_NUMBER: String(event.number),
  };
}
