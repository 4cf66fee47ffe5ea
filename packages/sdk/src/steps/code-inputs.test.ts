import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pr, template, uses } from "../index.ts";
import { codes } from "../user-code.fixture.ts";
import { codeInputs } from "./code-inputs.ts";

test("the inputs that are code are those of the bindings", () => {
  const { actions } = JSON.parse(readFileSync(new URL("../../../actions/actions.json", import.meta.url), "utf8"));
  const known = Object.entries<{ readonly inputs: Readonly<Record<string, { readonly kind?: string }>> }>(actions);
  const code = known.flatMap(([action, { inputs }]) => {
    const names = Object.keys(inputs).filter((name) => inputs[name]?.kind === "code");
    return names.length > 0 ? [[action, names] as const] : [];
  });
  expect(Object.fromEntries(code)).toEqual(codeInputs);
});

test("an action that is named by its text takes no value as code either", () => {
  const script = (name: string, text: string | ReturnType<typeof template>) => () =>
    uses(name, { with: { script: text } });
  expect(codes(script("actions/github-script", template`console.log("${pr.title}")`))).toEqual(["CICL3005"]);
  expect(codes(script("Actions/GitHub-Script", template`${pr.title}`))).toEqual(["CICL3005"]);
  expect(codes(script("actions/github-script", "console.log(1)"))).toEqual([]);
  expect(codes(script("other/action", template`${pr.title}`))).toEqual([]);
});
