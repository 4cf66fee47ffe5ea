import { expect, test } from "vitest";
import { repository } from "./repository.ts";

test("a promise that never settles ends the run after ten seconds, and not with success", { timeout: 60_000 }, () => {
  const repo = repository({ "pipeline.ts": "export default new Promise(() => {});\n" });
  const { code, err } = repo.cicl("synth");
  expect(err).toContain("error CICL1006: ");
  expect(err).toContain("within 10 seconds");
  expect(err).toContain("--> pipeline.ts:1:1");
  expect(code).toBe(2);
  expect(repo.files()).toEqual(["pipeline.ts"]);
});
