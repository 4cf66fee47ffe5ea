import type { Condition, Job } from "@cicl/model";
import { environmentOf, imageOf, jobOf, outputOf, triggers, writes } from "../../../../test/random/build.ts";
import { a, type Draft, is, one, onMain, refusals } from "../../../../test/random/refusals.ts";

const production = environmentOf("production");

const deploy = (overrides: Partial<Job<"draft">> = {}): Job<"draft"> =>
  jobOf("ship", { role: "deploy", environment: "production", when: onMain, ...overrides });

const deploying = (overrides: Partial<Job<"draft">>, more: Partial<Draft> = {}): Draft => ({
  environments: [production],
  jobs: [deploy(overrides)],
  ...more,
});

const both = [triggers.push, triggers["pull-request"]];

const notOn = (event: "pull-request" | "merge-queue"): Condition => ({ kind: "not", of: { kind: "event", event } });

const { when: _, ...unconditional } = deploy();

refusals("deploys", [
  ["a deploy on a branch may stand beside pull requests", deploying({}, { triggers: both })],
  [
    "a deploy without a condition may not",
    { environments: [production], jobs: [unconditional], triggers: both },
    "CICL2019",
  ],
  ["a deploy without a condition may, where only pushes start", { environments: [production], jobs: [unconditional] }],
  ["a condition that excludes pull requests suffices", deploying({ when: notOn("pull-request") }, { triggers: both })],
  [
    "it must exclude the merge queue too",
    deploying({ when: notOn("pull-request") }, { triggers: [...both, triggers["merge-queue"]] }),
    "CICL2019",
  ],
  [
    "an unknown condition doesn't exclude anything",
    deploying({ when: is({ kind: "context", name: "actor" }, "ada") }, { triggers: both }),
    "CICL2019",
  ],
  [
    "a branch or an unknown doesn't either",
    deploying({ when: { kind: "or", of: [onMain, { kind: "draft" }] } }, { triggers: both }),
    "CICL2019",
  ],
  [
    "a branch and an unknown does",
    deploying({ when: { kind: "and", of: [onMain, { kind: "draft" }] } }, { triggers: both }),
  ],
  ["a pipeline that is called deploys nothing", deploying({}, { triggers: [triggers.call] }), "CICL2020"],
  [
    "strangers can cause an event of one target",
    { environments: [production], jobs: [unconditional], triggers: [triggers.native] },
    "CICL2019",
  ],
  [
    "an event of one target on the default branch is none of a branch",
    deploying({ when: onMain }, { triggers: [triggers.push, triggers.native] }),
  ],
  [
    "members alone can cause some events",
    { environments: [production], jobs: [unconditional], triggers: [{ ...triggers.native, open: false }] },
  ],
  ["an environment must be declared", deploying({}, { environments: [] }), "CICL2004"],
  [
    "only a deploy opens an environment",
    { environments: [production], ...one({ environment: "production" }) },
    "CICL2004",
  ],
  [
    "a subject is a digest",
    deploying(
      { subject: outputOf("app", "digest") },
      { jobs: [imageOf("app"), deploy({ subject: outputOf("app", "digest") })] },
    ),
  ],
  ["a tag is no subject", deploying({ subject: { kind: "literal", value: "hub:latest" } }), "CICL2013"],
  [
    "an ordinary job's output is no subject",
    deploying({}, { jobs: [a({ outputs: writes("digest") }), deploy({ subject: outputOf("a", "digest") })] }),
    "CICL2013",
  ],
  [
    "another output of an image is no subject",
    deploying({}, { jobs: [imageOf("app", { outputs: writes("tag") }), deploy({ subject: outputOf("app", "tag") })] }),
    "CICL2013",
  ],
]);
