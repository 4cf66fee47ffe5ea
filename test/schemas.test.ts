import { readFileSync } from "node:fs";
import { normalise } from "@cicl/core";
import { parsePipeline, pipelineJsonSchema } from "@cicl/model/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { draftPipeline } from "./random/pipelines.ts";

test("the committed schema of a pipeline is the one that the source gives", () => {
  const committed = readFileSync(new URL("../schemas/pipeline.schema.json", import.meta.url), "utf8");
  expect(committed, 'run "pnpm generate"').toBe(`${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`);
});

test("any pipeline reads back from its JSON, as a draft and normalised", () => {
  fc.assert(
    fc.property(draftPipeline(), (draft) => {
      const { pipeline } = normalise(draft);
      expect(parsePipeline(JSON.parse(JSON.stringify(draft)), "draft")).toEqual({ ok: true, pipeline: draft });
      expect(parsePipeline(JSON.parse(JSON.stringify(pipeline)), "normalised")).toEqual({ ok: true, pipeline });
    }),
  );
});
