import { github } from "@cicl/backend-github";
import type { Step } from "@cicl/model";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { bindingOf, environmentOf, jobOf, originOf, pipelineOf } from "../random/build.ts";

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ["actions/cache", {}, true],
  ["Actions/Cache/Restore", {}, true],
  ["Swatinem/rust-cache", {}, true],
  ["actions/setup-go", {}, true],
  ["actions/setup-go", { cache: "false" }, false],
  ["actions/setup-node", {}, false],
  ["actions/setup-node", { cache: "npm" }, true],
  ["docker/build-push-action", { "cache-from": "type=gha" }, true],
])("a deploy restores nothing by %s with %j that another run has kept", (action, given, restores) => {
  const inputs = Object.entries(given).map(([name, value]) => bindingOf(name, { kind: "literal", value }));
  const step: Step = {
    ...{ kind: "uses", origin: originOf("cache"), runs: "on-success", allowFailure: false },
    ...{ action, inputs, env: [] },
  };
  const environment = environmentOf("dev", { tier: "development" });
  const codes = (deploys: boolean): readonly string[] =>
    synthesised(
      github,
      pipelineOf({
        environments: [environment],
        jobs: [jobOf("one", { steps: [step], ...(deploys ? { role: "deploy", environment: "dev" } : {}) })],
      }),
    ).diagnostics.map(({ code }) => code);
  expect(codes(true)).toEqual(restores ? ["CICL5001"] : []);
  expect(codes(false)).toEqual([]);
});

test("nor by a step in GitHub's own words", () => {
  const step: Step = {
    ...{ kind: "native", target: "github", origin: originOf("cache"), runs: "on-success", allowFailure: false },
    step: { uses: `actions/cache@${"0".repeat(40)}`, with: { path: "x", key: "y" } },
  };
  const ship = jobOf("ship", { role: "deploy", environment: "dev", steps: [step] });
  const draft = pipelineOf({ environments: [environmentOf("dev", { tier: "development" })], jobs: [ship] });
  expect(synthesised(github, draft).diagnostics.map(({ code }) => code)).toEqual(["CICL5001"]);
});
