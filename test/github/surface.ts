import {
  call,
  type GitHubEvent,
  github,
  githubEvents,
  input,
  job,
  on,
  type Pipeline,
  pipeline,
  secret,
  sh,
  stage,
  type Trigger,
  uses,
  when,
} from "@cicl/sdk";

const work = job("work", { steps: [sh`make`] });
const started = (name: string, trigger: Trigger): Pipeline =>
  pipeline(name, { on: [trigger], stages: [stage("work", [work])] });

const lists: Readonly<Record<string, readonly string[]>> = {
  branches: ["main"],
  "branches-ignore": ["old"],
  paths: ["src/**"],
  workflows: ["build"],
  names: ["warm"],
  versions: ["1.*"],
};

/** An event with all its activities and one of its filters. */
function everyActivity(event: GitHubEvent, without = "branches-ignore"): Pipeline {
  const { types, filters = [], reasoned }: Facts = githubEvents[event];
  const options = {
    ...(types === undefined ? {} : { types: types === "any" ? ["rebuild"] : types }),
    ...Object.fromEntries(filters.filter((name) => name !== without).map((name) => [name, lists[name]])),
    ...(reasoned ? { reason: "Shows the event." } : {}),
  };
  // A loop over all events can't have the type of each; the constructs use some of them as people write them.
  return started(`event-${event.replaceAll("_", "-")}`, on.github(event, options as never));
}

interface Facts {
  readonly types?: readonly string[] | "any";
  readonly filters?: readonly string[];
  readonly open?: true;
  readonly reasoned?: true;
}

const server = uses("actions/labeler", {
  env: { LEVEL: "1" },
  timeout: "5m",
  allowFailure: true,
  github: { background: true },
});

const counting = job("counting", { steps: [], outputs: { count: sh`echo count=1 >> "$CICL_OUTPUT"` } });

const suite = pipeline("suite", {
  on: [on.call({ inputs: { level: input.string({ description: "How much." }) } })],
  stages: [stage("work", [counting])],
  outputs: { count: { value: counting.outputs.count, description: "How many." } },
});

/** What GitHub has beside what the constructs show: every event with every activity, and the rarer keys. */
export const surface: readonly Pipeline[] = [
  ...(Object.keys(githubEvents) as GitHubEvent[]).map((event) => everyActivity(event)),
  everyActivity("pull_request_target", "branches"),
  everyActivity("workflow_run", "branches"),
  started(
    "every-pull-request",
    on.pullRequest({
      activities: [
        "opened",
        "reopened",
        "synchronize",
        "closed",
        "edited",
        "labeled",
        "unlabeled",
        "assigned",
        "unassigned",
        "milestoned",
        "demilestoned",
        "review_requested",
        "review_request_removed",
        "ready_for_review",
        "converted_to_draft",
      ],
      github: {
        types: ["locked", "unlocked", "enqueued", "dequeued", "auto_merge_enabled", "auto_merge_disabled", "stacked"],
        "branches-ignore": ["old"],
      },
    }),
  ),
  started("queue", on.mergeQueue({ branches: ["main"] })),
  started("other-queue", on.mergeQueue({ github: { "branches-ignore": ["old"] } })),
  started("asked", on.manual({ inputs: { level: input.number({ description: "How much." }) } })),
  pipeline("cached", {
    on: [on.push()],
    github: { "cache-mode": "none", concurrency: { queue: "single" }, description: "Shows keys." },
    concurrency: "cached",
    stages: [
      stage("work", [
        job("write", { github: { "cache-mode": "write" }, steps: [sh`make`] }),
        job("read", { github: { "cache-mode": "read" }, steps: [sh`make`] }),
        job("fill", { github: { "cache-mode": "write-only" }, steps: [sh`make`] }),
      ]),
    ],
  }),
  pipeline("allowed", {
    on: [on.push()],
    stages: [
      stage("work", [
        job("all", {
          checkout: false,
          permissions: {
            actions: "write",
            "artifact-metadata": "write",
            attestations: "write",
            checks: "write",
            "code-quality": "write",
            contents: "write",
            "copilot-requests": "write",
            deployments: "write",
            discussions: "write",
            drives: "write",
            "id-token": "write",
            issues: "write",
            models: "read",
            packages: "write",
            pages: "write",
            "pull-requests": "write",
            "repository-projects": "write",
            "security-events": "write",
            statuses: "write",
            "vulnerability-alerts": "read",
          },
          steps: [sh`make`],
        }),
      ]),
    ],
  }),
  pipeline("machines", {
    on: [on.push()],
    stages: [
      stage("work", [
        job("grouped", { github: { "runs-on": { group: "large", labels: ["linux"] } }, steps: [sh`make`] }),
        job("contained", {
          container: { image: "node:22.12.0-bookworm", env: { LEVEL: "1" } },
          services: { db: { image: "postgres:16.4" } },
          github: {
            container: { options: "--cpus 2", ports: [8080], volumes: ["/a:/b"] },
            services: {
              db: {
                command: "postgres",
                entrypoint: "sh",
                volumes: ["db:/data"],
                credentials: { username: "ci", password: secret("REGISTRY") },
              },
            },
          },
          steps: [sh`make`],
        }),
        job("legs", { matrix: { node: [20], include: [{ node: 22 }] }, steps: [sh`make`] }),
        job("beside", {
          steps: [
            server,
            github.wait(server, { name: "Wait", allowFailure: true }),
            github.cancel(server, { name: "Stop", allowFailure: true }),
            github.waitAll({ name: "Wait for all", allowFailure: true }),
          ],
        }),
      ]),
    ],
  }),
  suite,
  pipeline("calling", {
    on: [on.push()],
    stages: [
      stage("first", [work]),
      stage("second", [call("again", suite, { when: when.branch("main"), concurrency: "again" })]),
    ],
  }),
];
