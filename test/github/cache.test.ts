import { github } from "@cicl/backend-github";
import type { Step } from "@cicl/model";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { environmentOf, jobOf, originOf, pipelineOf } from "../random/build.ts";

test.each(["actions/cache", "Actions/Cache/Restore", "Swatinem/rust-cache"])(
  "a deploy restores nothing by %s that another run has kept",
  (action) => {
    const step: Step = {
      ...{ kind: "uses", origin: originOf("cache"), runs: "on-success", allowFailure: false },
      ...{ action, inputs: [], env: [] },
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
    expect(codes(true)).toEqual(["CICL5001"]);
    expect(codes(false)).toEqual([]);
  },
);
