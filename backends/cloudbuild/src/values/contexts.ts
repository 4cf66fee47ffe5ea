import type { ContextName } from "@cicl/model";
import type { SupportedEvent } from "../build/events.ts";

/**
 * How a fact about the run is known: as plain text, through what Cloud Build substitutes, or not at all, with what to
 * do instead.
 */
export type Fact =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "substitution"; readonly text: string }
  | { readonly kind: "unknown"; readonly fix: string };

const empty: Fact = { kind: "text", text: "" };
const substituted = (text: string): Fact => ({ kind: "substitution", text });
const unknown = (fix: string): Fact => ({ kind: "unknown", fix });

/** Cloud Build hands a pull request's head branch to BRANCH_NAME; the run's own branch is that of a push alone. */
const refs: Readonly<Record<SupportedEvent, Fact>> = {
  push: substituted("refs/heads/${BRANCH_NAME}"),
  tag: substituted("refs/tags/${TAG_NAME}"),
  "pull-request": substituted("refs/pull/${_PR_NUMBER}/head"),
};

const onPullRequest = (event: SupportedEvent, fact: Fact): Fact => (event === "pull-request" ? fact : empty);

/** A repository that is connected under another name doesn't tell its own. */
const ofRepository = (index: 0 | 1, repository: string): Fact => {
  const parts = repository.split("/");
  const text = parts.length === 2 ? parts[index] : undefined;
  return text === undefined ? unknown("Write the name as text.") : { kind: "text", text };
};

const facts: Readonly<Record<ContextName, (event: SupportedEvent, repository: string) => Fact>> = {
  "commit.sha": () => substituted("${COMMIT_SHA}"),
  "branch.name": (event) => (event === "push" ? substituted("${BRANCH_NAME}") : empty),
  "tag.name": (event) => (event === "tag" ? substituted("${TAG_NAME}") : empty),
  ref: (event) => refs[event],
  event: (event) => ({ kind: "text", text: event }),
  actor: () => unknown("Read the author of the commit with git log."),
  "repository.name": (_event, repository) => ofRepository(1, repository),
  "repository.owner": (_event, repository) => ofRepository(0, repository),
  "run.id": () => substituted("${BUILD_ID}"),
  "run.number": () => unknown("Use run.id, or count on a store of your own."),
  "run.attempt": () => unknown("Use run.id: a build that is tried again has a new one."),
  "pr.number": (event) => onPullRequest(event, substituted("${_PR_NUMBER}")),
  "pr.title": (event) => onPullRequest(event, unknown("Ask the forge for it by pr.number.")),
  "pr.body": (event) => onPullRequest(event, unknown("Ask the forge for it by pr.number.")),
  "pr.head-branch": (event) => onPullRequest(event, substituted("${_HEAD_BRANCH}")),
  "pr.base-branch": (event) => onPullRequest(event, substituted("${_BASE_BRANCH}")),
};

/**
 * How a fact is known in the builds of an event.
 * @param repository as the options name it; empty where they don't
 */
export function factOn(name: ContextName, event: SupportedEvent, repository: string): Fact {
  return facts[name](event, repository);
}
