import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import type { Backend } from "@cicl/backend-kit";
import { expect, test } from "vitest";
import * as bindings from "../../cli/src/actions.ts";
import { synthesised } from "../features/target.ts";
import { bindingOf, jobOf, pipelineOf } from "../random/build.ts";

function found(backend: Backend, name: string): readonly string[] {
  const env = [bindingOf("KEY", { kind: "secret", name }), bindingOf("SAME", { kind: "secret", name })];
  const { files, diagnostics } = synthesised(
    backend,
    pipelineOf({ jobs: [jobOf("one", { env }), jobOf("two", { env })] }),
  );
  expect(files).toHaveLength(1);
  return diagnostics.map(({ code, severity, fix }) => `${severity} ${code} ${fix}`);
}

test.each([
  ["AWS_SECRET_ACCESS_KEY", "awsActions.configureAwsCredentials", bindings.awsActions.configureAwsCredentials],
  ["GCP_SA_KEY", "googleGithubActions.auth", bindings.googleGithubActions.auth],
  ["GOOGLE_CREDENTIALS_JSON", "googleGithubActions.auth", bindings.googleGithubActions.auth],
  ["AZURE_CLIENT_SECRET", "azure.login", bindings.azure.login],
])("%s is warned of once, and %s is there instead", (name, instead, action) => {
  expect(found(github, name)).toEqual([expect.stringContaining(`warning CICL5010 Use an identity token: ${instead}(`)]);
  expect(action).toBeTypeOf("function");
});

test("other secrets are none, and an engine without identity tokens is left alone", () => {
  expect(found(github, "NPM_TOKEN")).toEqual([]);
  expect(found(gitea, "AWS_SECRET_ACCESS_KEY")).toEqual([]);
});

test("one that the whole pipeline reads is warned of too", () => {
  const draft = pipelineOf({
    env: [bindingOf("KEY", { kind: "secret", name: "AZURE_CREDENTIALS" })],
    jobs: [jobOf("one")],
  });
  expect(synthesised(github, draft).diagnostics.map(({ code }) => code)).toEqual(["CICL5010"]);
});
