import type { Expression } from "@cicl/model";
import { expect, test } from "vitest";
import { bindingOf, environmentOf, jobOf, pipelineOf } from "../../../test/random/build.ts";
import { checkStoredNames } from "./stored-names.ts";

const reading = (name: string) => {
  const value: Expression = { kind: "secret", name };
  return pipelineOf({ jobs: [jobOf("one", { env: [bindingOf("X", value)] })] });
};
const deploying = pipelineOf({ environments: [environmentOf("dev", { tier: "development" })], jobs: [jobOf("two")] });

test("nobody reads an environment's secret of another pipeline by its stored name", () => {
  const codes = (name: string) => checkStoredNames({ pipelines: [reading(name), deploying] }).map(({ code }) => code);
  expect(codes("DEV__KEY")).toEqual(["CICL2009"]);
  expect(codes("DEV_KEY")).toEqual([]);
  expect(checkStoredNames({ pipelines: [reading("DEV__KEY")] })).toEqual([]);
});
