import type { Expression, Job } from "@cicl/model";
import { bindingOf, environmentOf, jobOf } from "../../../../test/random/build.ts";
import { a, type Draft, is, one, onMain, reading, refusals } from "../../../../test/random/refusals.ts";

const production = environmentOf("production");

const scopedSecret: Expression = { kind: "secret", name: "KUBE", environment: "production" };

const scopedVariable: Expression = { kind: "variable", name: "URL", environment: "production" };

const deploy = (overrides: Partial<Job<"draft">> = {}): Job<"draft"> =>
  jobOf("ship", { role: "deploy", environment: "production", when: onMain, ...overrides });

const deploying = (overrides: Partial<Job<"draft">>, more: Partial<Draft> = {}): Draft => ({
  environments: [production],
  jobs: [deploy(overrides)],
  ...more,
});

refusals("secrets of environments", [
  ["a deploy reads them", deploying(reading(scopedSecret))],
  ["a job that doesn't deploy reads none", { environments: [production], ...one(reading(scopedSecret)) }, "CICL2009"],
  [
    "a job that doesn't deploy reads no variable",
    { environments: [production], ...one(reading(scopedVariable)) },
    "CICL2009",
  ],
  [
    "a deploy elsewhere reads none",
    deploying(
      { environment: "staging", ...reading(scopedSecret) },
      { environments: [production, environmentOf("staging")] },
    ),
    "CICL2009",
  ],
  ["the pipeline itself reads none", { env: [bindingOf("X", scopedSecret)], jobs: [a()] }, "CICL2009"],
  [
    "a job's condition can't read a variable",
    deploying({ when: { kind: "and", of: [onMain, is(scopedVariable)] } }),
    "CICL2018",
  ],
]);
