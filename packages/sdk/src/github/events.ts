/** What is known of an event that GitHub alone has. */
interface EventFacts {
  /** Its activities; `any`: those that the caller of the API makes up; absent: it has none. */
  readonly types?: readonly string[] | "any";
  /** Lists of patterns or names that narrow it. */
  readonly filters?: readonly string[];
  /** Somebody who may not write to the repository can cause it. */
  readonly open?: true;
  /** The filter without which GitHub refuses it. */
  readonly demanded?: string;
  /** It gives strangers' changes the repository's rights, so it takes a written reason. */
  readonly reasoned?: true;
}

const edited = ["created", "edited", "deleted"] as const;
const pullRequest = [
  "assigned",
  "unassigned",
  "labeled",
  "unlabeled",
  "opened",
  "edited",
  "closed",
  "reopened",
  "synchronize",
  "converted_to_draft",
  "locked",
  "unlocked",
  "enqueued",
  "dequeued",
  "milestoned",
  "demilestoned",
  "ready_for_review",
  "review_requested",
  "review_request_removed",
  "auto_merge_enabled",
  "auto_merge_disabled",
  "stacked",
] as const;

/**
 * The events that only GitHub has, as GitHub spells them.
 * Source: the schema of GitHub's own workflow parser, and its page on events for who can cause them.
 */
export const githubEvents = {
  branch_protection_rule: { types: edited },
  check_run: { types: ["completed", "created", "rerequested", "requested_action"], open: true },
  check_suite: { types: ["completed"], open: true },
  create: {},
  delete: {},
  deployment: {},
  deployment_status: {},
  discussion: {
    types: [
      "created",
      "edited",
      "deleted",
      "transferred",
      "pinned",
      "unpinned",
      "labeled",
      "unlabeled",
      "locked",
      "unlocked",
      "category_changed",
      "answered",
      "unanswered",
    ],
    open: true,
  },
  discussion_comment: { types: edited, open: true },
  fork: { open: true },
  gollum: { open: true },
  image_version: { types: ["created", "ready", "deleted"], filters: ["names", "versions"] },
  issue_comment: { types: edited, open: true },
  issues: {
    types: [
      "opened",
      "edited",
      "deleted",
      "transferred",
      "pinned",
      "unpinned",
      "closed",
      "reopened",
      "assigned",
      "unassigned",
      "labeled",
      "unlabeled",
      "locked",
      "unlocked",
      "milestoned",
      "demilestoned",
      "field_added",
      "field_removed",
      "typed",
      "untyped",
    ],
    open: true,
  },
  label: { types: edited },
  milestone: { types: ["created", "closed", "opened", "edited", "deleted"] },
  page_build: {},
  project: { types: ["created", "closed", "reopened", "edited", "deleted"] },
  project_card: { types: ["created", "moved", "converted", "edited", "deleted"] },
  project_column: { types: ["created", "updated", "moved", "deleted"] },
  public: {},
  pull_request_review: { types: ["submitted", "edited", "dismissed"], open: true },
  pull_request_review_comment: { types: edited, open: true },
  pull_request_target: {
    types: pullRequest,
    filters: ["branches", "branches-ignore", "paths"],
    open: true,
    reasoned: true,
  },
  registry_package: { types: ["published", "updated"] },
  release: { types: ["published", "unpublished", "created", "edited", "deleted", "prereleased", "released"] },
  repository_dispatch: { types: "any" },
  status: { open: true },
  watch: { types: ["started"], open: true },
  workflow_run: {
    demanded: "workflows",
    types: ["requested", "completed", "in_progress"],
    filters: ["workflows", "branches", "branches-ignore"],
    open: true,
    reasoned: true,
  },
} as const satisfies Readonly<Record<string, EventFacts>>;

/** An event that GitHub alone has. */
export type GitHubEvent = keyof typeof githubEvents;

type Facts<E extends GitHubEvent> = (typeof githubEvents)[E];

/** The activities of an event; `never` for one that has none. */
export type GitHubActivity<E extends GitHubEvent> =
  Facts<E> extends { readonly types: infer T } ? (T extends readonly (infer A)[] ? A : string) : never;

type Filter<E extends GitHubEvent> =
  Facts<E> extends { readonly filters: readonly (infer F extends string)[] } ? F : never;

type Demanded<E extends GitHubEvent> = Facts<E> extends { readonly demanded: infer D extends string } ? D : never;

/** What narrows an event, and why it is used where that has to be said. */
export type GitHubEventOptions<E extends GitHubEvent> = {
  readonly [K in Exclude<Filter<E>, Demanded<E>>]?: readonly string[];
} & { readonly [K in Demanded<E>]: readonly string[] } & ([GitHubActivity<E>] extends [never]
    ? unknown
    : { readonly types?: readonly GitHubActivity<E>[] }) &
  (Facts<E> extends { readonly reasoned: true }
    ? {
        /** Why strangers' changes may run with the repository's rights; stands in the review. */
        readonly reason: string;
      }
    : unknown);

/** The options may be left out where nothing in them is asked for. */
export type GitHubEventArguments<E extends GitHubEvent, O> =
  Facts<E> extends { readonly reasoned: true } ? [options: O] : [options?: O];

/** Activities of pull requests that GitHub alone has, beside the portable ones. */
export const githubPullRequestActivities = [
  "locked",
  "unlocked",
  "enqueued",
  "dequeued",
  "auto_merge_enabled",
  "auto_merge_disabled",
  "stacked",
] as const;
