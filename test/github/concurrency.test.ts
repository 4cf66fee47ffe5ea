import { github } from "@cicl/backend-github";
import type { Pipeline, Trigger } from "@cicl/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { jobOf, pipelineOf, triggers } from "../random/build.ts";

function concurrencyOf(...on: readonly Trigger[]): unknown {
  const draft: Pipeline<"draft"> = pipelineOf({ triggers: on, jobs: [jobOf("one")] });
  const { files } = synthesised(github, draft);
  return parse(files[0]?.text ?? "").concurrency;
}

test("a newer run of a pull request takes the place of the older one, and no other run takes any", () => {
  expect(concurrencyOf(triggers.push, triggers["pull-request"])).toEqual({
    group: "hub-${{ github.event.pull_request.number || github.run_id }}",
    "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
  });
  expect(concurrencyOf(triggers.push)).toEqual({ group: "hub-${{ github.run_id }}", "cancel-in-progress": false });
});
