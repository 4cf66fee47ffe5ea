import { cloudbuild } from "@cicl/backend-cloudbuild";
import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import { untraced } from "@cicl/backend-kit";
import { normalise, synthesise } from "@cicl/core";
import { type Feature, features, featureUses, type Pipeline } from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import { describe, expect, test } from "vitest";
import { constructs } from "./constructs.ts";
import { nothingRequired, optionsOf, somePins } from "./target.ts";

function gatedOf(draft: Pipeline<"draft">): Pipeline<"gated"> {
  const { pipeline, diagnostics } = normalise(draft);
  if (!pipeline) throw new Error(JSON.stringify(diagnostics, null, 2));
  const gating = applyPolicy(pipeline, {
    ...nothingRequired,
    facts: { lockfiles: [], dockerfiles: [] },
    version: "0.1",
  });
  if (!gating.pipeline) throw new Error(JSON.stringify(gating.diagnostics, null, 2));
  return gating.pipeline;
}

for (const backend of [github, gitea, cloudbuild]) {
  const options = optionsOf(backend);
  const capabilities = backend.capabilities(options);
  describe(`${backend.title} renders or refuses`, () => {
    for (const feature of Object.keys(features) as Feature[]) {
      const support = capabilities[feature];
      test(`${feature}: ${support.kind}`, () => {
        const pipeline = gatedOf(constructs[feature]);
        const uses = featureUses(pipeline, backend.id);
        const used = uses.filter((use) => use.feature === feature);
        expect(used).not.toEqual([]);
        const result = synthesise({
          pipelines: [constructs[feature]],
          targets: [{ backend, options }],
          ...nothingRequired,
          facts: { lockfiles: [], dockerfiles: [] },
          pins: somePins,
          version: "0.1",
        });
        const errors = result.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
        const elsewhere = used[0]?.targets?.includes(backend.id) === false;
        const refused = support.kind === "unsupported" || elsewhere;
        if (refused) {
          expect(result.files).toEqual([]);
          expect(errors.map((error) => [error.code, error.origin])).toContainEqual([
            support.kind === "unsupported" && !support.never && !elsewhere ? "CICL5002" : "CICL5001",
            used[0]?.origin,
          ]);
          return;
        }
        expect(errors).toEqual([]);
        expect(result.files.length).toBeGreaterThan(0);
        const lowered = backend.lower(pipeline, { options, pins: somePins });
        expect(untraced(uses, lowered)).toEqual([]);
        const traced = lowered.trace.filter((trace) => trace.feature === feature);
        for (const use of used) expect(traced.map((trace) => trace.node)).toContain(use.node);
      });
    }
  });
}

test("a native step is refused on every other target", () => {
  const result = synthesise({
    pipelines: [constructs["step.native"]],
    targets: [{ backend: gitea, options: optionsOf(gitea) }],
    ...nothingRequired,
    facts: { lockfiles: [], dockerfiles: [] },
    pins: somePins,
    version: "0.1",
  });
  expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL5001"]);
});

test("a backend that loses a gate is found out", () => {
  const forgetful = {
    ...github,
    lower: (...request: Parameters<typeof github.lower>) => {
      const lowered = github.lower(...request);
      return { ...lowered, trace: lowered.trace.filter((trace) => trace.feature !== "job.edge.gate") };
    },
  };
  const result = synthesise({
    pipelines: [constructs["job.edge.gate"]],
    targets: [{ backend: forgetful, options: optionsOf(github) }],
    ...nothingRequired,
    facts: { lockfiles: [], dockerfiles: [] },
    pins: somePins,
    version: "0.1",
  });
  expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["CICL4004"]);
});
