import { type Place, places } from "@cicl/actions-tree";
import { expect, test } from "vitest";
import { contextOf } from "./schema-walk.ts";

/** The part of GitHub's schema that says what each place may read; a composite action has a schema of its own. */
const definitions: Readonly<Record<Exclude<Place, "action-step" | "action-condition">, string>> = {
  "run-name": "run-name",
  "workflow-concurrency": "workflow-concurrency",
  "workflow-env": "workflow-env",
  "call-output": "workflow-output-context",
  "job-condition": "job-if",
  strategy: "strategy",
  job: "string-strategy-context",
  "job-concurrency": "job-concurrency",
  "job-env": "job-env",
  "job-output": "string-runner-context",
  credentials: "container-registry-credentials",
  "container-env": "string-runner-context",
  "call-input": "scalar-needs-context",
  "call-secret": "scalar-needs-context-with-secrets",
  "snapshot-condition": "snapshot-if",
  "step-condition": "step-if",
  step: "step-env",
};

test.each(Object.entries(definitions))("%s reads and calls what GitHub's schema says of %s", (place, definition) => {
  const { contexts, functions } = places[place as Place];
  const said = contextOf(definition);
  const names = said.map((name) => name.replace(/\(.*/, ""));
  expect([...contexts, ...functions].sort()).toEqual(names.sort());
});
