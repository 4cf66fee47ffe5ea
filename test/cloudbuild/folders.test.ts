import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { normalise } from "@cicl/core";
import { applyPolicy } from "@cicl/policy";
import { expect, onTestFinished, test } from "vitest";
import { nothingRequired } from "../features/target.ts";
import { events, jobOf, originOf, pipelineOf, scriptOf } from "../random/build.ts";
import { runBuild } from "./executor.ts";
import { buildOn, render, substitutionsOf } from "./rendered.ts";

test("the jobs of a pipeline in a folder stand there, and those without working copy stand nowhere", async () => {
  const { pipeline } = normalise(
    pipelineOf({
      source: "services/hub/pipeline.ts",
      required: [{ name: "all", origin: originOf("required"), jobs: ["inside"] }],
      jobs: [
        jobOf("inside", { steps: [scriptOf("test -f here")] }),
        jobOf("nowhere", { checkout: false, steps: [scriptOf("test ! -e services")] }),
      ],
    }),
  );
  if (!pipeline) throw new Error("The pipeline doesn't normalise.");
  const facts = { lockfiles: [], dockerfiles: [] };
  const gated = applyPolicy(pipeline, { ...nothingRequired, facts, version: "0.1" }).pipeline;
  const files = gated && render(gated);
  if (!files) throw new Error("The pipeline isn't rendered.");
  const source = mkdtempSync(join(tmpdir(), "folders-"));
  onTestFinished(() => rmSync(source, { recursive: true, force: true }));
  mkdirSync(join(source, "services/hub"), { recursive: true });
  writeFileSync(join(source, "services/hub/here"), "");
  const { status } = await runBuild(buildOn(events.push, gated, files), {
    source,
    images: { "*": {} },
    substitutions: substitutionsOf(events.push),
  });
  expect(status).toBe("SUCCESS");
});
