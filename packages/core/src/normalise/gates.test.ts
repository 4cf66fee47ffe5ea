import type { Condition, Job } from "@cicl/model";
import { environmentOf, gateOf, imageOf, jobOf } from "../../../../test/random/build.ts";
import { type Draft, onMain, refusals } from "../../../../test/random/refusals.ts";

const production = environmentOf("production");

const deploy = (overrides: Partial<Job<"draft">> = {}): Job<"draft"> =>
  jobOf("ship", { role: "deploy", environment: "production", when: onMain, ...overrides });

const deploying = (overrides: Partial<Job<"draft">>, more: Partial<Draft> = {}): Draft => ({
  environments: [production],
  jobs: [deploy(overrides)],
  ...more,
});

const pushOrTag: Condition = {
  kind: "or",
  of: [
    { kind: "event", event: "push" },
    { kind: "event", event: "tag" },
  ],
};

refusals("gates and what they guard", [
  ["an image doesn't run always", { jobs: [imageOf("app", { runs: "always" })] }, "CICL4003"],
  ["a deploy doesn't run on failure", deploying({ runs: "on-failure" }), "CICL4003"],
  ["a gate doesn't run always", { jobs: [gateOf("scan", { runs: "always" })] }, "CICL4003"],
  ["a gate's failure isn't allowed", { jobs: [gateOf("scan", { allowFailure: true })] }, "CICL4003"],
  ["a gate belongs to events", { jobs: [gateOf("scan", { when: pushOrTag })] }],
  ["a gate has no other condition", { jobs: [gateOf("scan", { when: onMain })] }, "CICL4003"],
]);
