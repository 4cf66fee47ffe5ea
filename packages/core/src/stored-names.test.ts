import type { Expression } from "@cicl/model";
import { expect, test } from "vitest";
import { bindingOf, environmentOf, jobOf, pipelineOf } from "../../../test/random/build.ts";
import { checkStoredNames } from "./stored-names.ts";

const dev = environmentOf("dev", { tier: "development" });
const reading = (name: string, environments = [dev]) => {
  const value: Expression = { kind: "secret", name };
  return pipelineOf({ name: "reader", environments, jobs: [jobOf("one", { env: [bindingOf("X", value)] })] });
};
const found = (...pipelines: Parameters<typeof checkStoredNames>[0]["pipelines"]) =>
  checkStoredNames({ pipelines }).map(({ code, pipeline }) => [code, pipeline]);

test("nobody reads an environment's secret by the name under which it is stored, in whatever case", () => {
  expect(found(reading("DEV__KEY"))).toEqual([["CICL2009", "reader"]]);
  expect(found(reading("Dev__KEY"))).toEqual([["CICL2009", "reader"]]);
});

test("a name that only begins alike is another", () => {
  expect(found(reading("DEV_KEY"))).toEqual([]);
});

test("the environments of other pipelines count too", () => {
  expect(found(reading("DEV__KEY", []))).toEqual([]);
  const deploying = pipelineOf({ environments: [dev], jobs: [jobOf("two")] });
  expect(found(reading("DEV__KEY", []), deploying)).toEqual([["CICL2009", "reader"]]);
});
