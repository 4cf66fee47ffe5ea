import { readFileSync } from "node:fs";
import { buildJsonSchema, triggerJsonSchema } from "@cicl/backend-cloudbuild/schema";
import { expect, test } from "vitest";
import { compareFields, type Schema } from "./compare-fields.ts";
import { refusedByUs } from "./refused-fields.ts";

const schemas = [
  ["Build", "cloudbuild-build", buildJsonSchema],
  ["BuildTrigger", "cloudbuild-trigger", triggerJsonSchema],
] as const;

test.each(schemas)("the committed schema of %s is the one that the source gives", (_, file, schema) => {
  const committed = readFileSync(new URL(`../../schemas/${file}.schema.json`, import.meta.url), "utf8");
  expect(committed, 'run "pnpm generate"').toBe(`${JSON.stringify(schema(), null, 2)}\n`);
});

test("what Google accepts and we refuse is listed with its reason, and the list holds nothing else", () => {
  const refused = schemas.flatMap(([message, , schema]) => [...compareFields(schema() as Schema, message).refused]);
  expect([...new Set(refused)].toSorted()).toEqual(Object.keys(refusedByUs).toSorted());
});

test.each(schemas)("Google refuses nothing of %s that we accept", (message, _, schema) => {
  expect([...compareFields(schema() as Schema, message).added]).toEqual([]);
});

test("the comparison sees a field, a value, a type and a missing need that Google doesn't know", () => {
  const step = {
    type: "object",
    additionalProperties: false,
    properties: { name: { type: "integer" }, retry: {} },
  } as const;
  const options = { properties: { logging: { enum: ["LOUD"] } } };
  const own: Schema = { properties: { steps: { type: "array", items: step }, options }, additionalProperties: false };
  expect([...compareFields(own, "Build").added].toSorted()).toEqual([
    "Build.steps absent",
    "BuildOptions.*",
    "BuildOptions.logging=LOUD",
    "BuildStep.name absent",
    "BuildStep.name type",
    "BuildStep.retry",
  ]);
});
