import { expect, test } from "vitest";
import { __name__ } from "./index.ts";

test("takes no option, and says so for each that it is given", () => {
  expect(__name__.options({})).toEqual({ ok: true, options: {} });
  expect(__name__.options({ version: "1" })).toMatchObject({ ok: false, problems: [{ path: ["version"] }] });
  expect(__name__.options([])).toMatchObject({ ok: false, problems: [{ path: [] }] });
});
