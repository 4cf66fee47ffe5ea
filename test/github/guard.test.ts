import { github } from "@cicl/backend-github";
import type { Step } from "@cicl/model";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { environmentOf, jobOf, originOf, pipelineOf, scriptOf } from "../random/build.ts";

const native = (step: Record<string, string>): Step => ({
  kind: "native",
  target: "github",
  step,
  origin: originOf("native"),
  runs: "on-success",
  allowFailure: false,
});

function deploying(...steps: readonly Step[]) {
  const environment = environmentOf("dev", { tier: "development", branches: ["main"] });
  return synthesised(
    github,
    pipelineOf({
      environments: [environment],
      jobs: [jobOf("ship", { role: "deploy", environment: "dev", steps })],
    }),
  );
}

test("a deploy's steps that go on after a failure don't go on after the guard's", () => {
  const after = native({ run: "make" });
  const { files } = deploying(
    scriptOf("ship"),
    scriptOf("back", { runs: "on-failure" }),
    scriptOf("tell", { runs: "always", when: { kind: "draft" } }),
    after,
  );
  const [, guard, ...others] = parse(files[0]?.text ?? "").jobs.ship.steps;
  expect(guard).toMatchObject({ id: "step-1", name: "The gates have passed and the ref may deploy" });
  expect(others.map((step: { readonly if?: string }) => step.if)).toEqual([
    undefined,
    "${{ failure() && steps.step-1.outcome == 'success' }}",
    expect.stringMatching(/^\$\{\{ always\(\) && steps\.step-1\.outcome == 'success' && /),
    undefined,
  ]);
});

test("a deploy's step in GitHub's own words may not go on after a failure", () => {
  const codes = (step: Step): readonly string[] => deploying(step).diagnostics.map(({ code }) => code);
  expect(codes(native({ run: "make", if: "github.actor != 'a'" }))).toEqual([]);
  expect(codes(native({ run: "make", if: "github.actor == 'always()'" }))).toEqual([]);
  for (const condition of ["always\t()", "always()", "${{ !cancelled() }}", "\"x\" == 'y' || FAILURE ()"]) {
    expect(codes(native({ run: "make", if: condition }))).toEqual(["CICL4003"]);
  }
});

test("a step in GitHub's own words takes no id of cicl's", () => {
  const codes = (id: string): readonly string[] =>
    deploying(native({ run: "make", id })).diagnostics.map(({ code }) => code);
  expect(codes("meta")).toEqual([]);
  for (const id of ["step-1", "STEP-12", "cicl-success"]) expect(codes(id)).toEqual(["CICL2002"]);
});
