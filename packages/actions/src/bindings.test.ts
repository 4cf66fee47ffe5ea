import { readFileSync } from "node:fs";
import { environment, job, jobDraftOf, secret } from "@cicl/sdk";
import { describe, expect, test } from "vitest";
import * as bindings from "./bindings.ts";
import { bindingsSource, pinsSource } from "./generator/index.ts";

const { actions, astralSh, docker, dtolnay, gitleaks, swatinem } = bindings;

test.each([
  ["bindings.ts", bindingsSource],
  ["pins.ts", pinsSource],
])("the committed %s is the one that actions.json gives", (file, source) => {
  expect(readFileSync(new URL(file, import.meta.url), "utf8"), 'run "pnpm generate"').toBe(source());
});

test("every known action has a function of its own", () => {
  const functions = Object.values(bindings).flatMap((owner) => Object.values(owner));
  expect(new Set(functions).size).toBe(functions.length);
  expect(pinsSource().match(/ commit: "/g)?.length).toBe(functions.length);
});

describe("a step of a known action", () => {
  test("holds the action's own input names, and values in any kind of input", () => {
    const step = swatinem.rustCache(
      { workspaces: ["a", "b"], "cache-provider": "github", "cache-bin": false, "shared-key": secret("KEY") },
      { name: "Cache", timeout: "5m", env: { A: "b" } },
    );
    const found = stepsOf(step)[0];
    expect(found).toMatchObject({ kind: "uses", action: "Swatinem/rust-cache", name: "Cache", timeoutMinutes: 5 });
    expect(found?.kind === "uses" && Object.fromEntries(found.inputs.map(({ name, value }) => [name, value]))).toEqual({
      "shared-key": { kind: "secret", name: "KEY" },
      workspaces: { kind: "literal", value: "a\nb" },
      "cache-provider": { kind: "literal", value: "github" },
      "cache-bin": { kind: "literal", value: "false" },
    });
  });

  test("needs no argument where nothing must be given", () => {
    expect(stepsOf(actions.checkout(), gitleaks.gitleaksAction())).toMatchObject([
      { action: "actions/checkout", inputs: [] },
      { action: "gitleaks/gitleaks-action", inputs: [] },
    ]);
  });

  test("brings along what the action needs of the engine's token, where that is known", () => {
    const subject = { "subject-path": "dist/app" };
    expect(stepsOf(actions.attest(subject), actions.checkout())).toEqual([
      expect.objectContaining({ permissions: { "id-token": "write", attestations: "write" } }),
      expect.not.objectContaining({ permissions: expect.anything() }),
    ]);
  });

  test("runs a former major where that is asked for, by its own commit", () => {
    const [step] = stepsOf(actions.cache({ path: "a", key: "b" }, { major: "v4" }));
    expect(step).toMatchObject({ version: "v4.3.0", commit: "0057852bfaa89a56745cba8c7296529d2fc39830" });
    // @ts-expect-error there never was such a major
    expect(() => actions.cache({ path: "a", key: "b" }, { major: "v9" })).toThrow('"major" must be "v4" or "v3"');
  });

  test("has the outputs that the action declares", () => {
    const meta = docker.metadataAction({ images: "a/b" });
    expect(meta.outputs.tags).toBeDefined();
    // @ts-expect-error there is no such output
    expect(() => meta.outputs.tag).toThrow('has no output "tag"');
  });

  test("keeps the secret of an environment inside it", () => {
    const staging = environment("staging", { tier: "staging" });
    const login = docker.loginAction({ password: staging.secret("TOKEN") });
    // @ts-expect-error only a deploy to staging may hold this step
    expect(() => job("build", { steps: [login] })).toThrow("TOKEN");
  });

  test.each([
    // @ts-expect-error a number would lose its zero
    ["text", () => actions.setupGo({ "go-version": 1.2 }), '"go-version" must be a string or a value'],
    // @ts-expect-error text isn't a number
    ["number", () => actions.checkout({ "fetch-depth": "all" }), '"fetch-depth" must be a number or a value'],
    // @ts-expect-error a number isn't lines
    ["lines", () => swatinem.rustCache({ workspaces: 1 }), '"workspaces" must be a string, an array'],
    // @ts-expect-error the toolchain must be given
    ["required", () => dtolnay.rustToolchain({}), '"toolchain" must be a string or a value, but it is missing'],
    // @ts-expect-error there is no such input
    ["known", () => astralSh.setupUv({ versoin: "1" }), 'The action astral-sh/setup-uv has no key "versoin"'],
    // @ts-expect-error there is no such input of an action that has none
    ["none", () => gitleaks.gitleaksAction({ config: "a" }), 'gitleaks/gitleaks-action has no key "config"'],
    // @ts-expect-error there is no such option
    ["options", () => actions.checkout({}, { tiemout: "5m" }), 'An action step has no key "tiemout"'],
  ])("refuses what an input doesn't take: %s", (_, make, sentence) => {
    expect(make).toThrow(sentence);
  });
});

function stepsOf(...steps: Parameters<typeof job>[1]["steps"] & readonly unknown[]) {
  return jobDraftOf(job("unit", { steps })).steps;
}
