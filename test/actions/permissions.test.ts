import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import type { Backend } from "@cicl/backend-kit";
import type { synthesise } from "@cicl/core";
import type { Job, Permissions, UsesStep } from "@cicl/model";
import { expect, test } from "vitest";
import { synthesised } from "../features/target.ts";
import { jobOf, originOf, pipelineOf } from "../random/build.ts";

const uses = (action: string, permissions: Permissions): UsesStep => ({
  kind: "uses",
  origin: originOf("step", action),
  runs: "on-success",
  allowFailure: false,
  action,
  permissions,
  inputs: [],
  env: [],
});

function render(backend: Backend, overrides: Partial<Job<"draft">>): ReturnType<typeof synthesise> {
  return synthesised(backend, pipelineOf({ jobs: [jobOf("one", overrides)] }));
}

const permissionsIn = (text = ""): string | undefined => /^ {4}permissions:(?: \{\})?\n(?: {6}.*\n)*/m.exec(text)?.[0];

test("a job's token has what its actions need and what the job asks for, at the higher level, with the reason", () => {
  const steps = [
    uses("owner/label", { "pull-requests": "read", contents: "read" }),
    uses("owner/attest", { attestations: "write", "id-token": "write" }),
  ];
  const { files, diagnostics } = render(github, { steps, permissions: { "pull-requests": "write", packages: "read" } });
  expect(diagnostics).toEqual([]);
  expect(permissionsIn(files[0]?.text)).toBe(`    permissions:
      contents: read # needed by owner/label
      packages: read # asked for by the job in pipeline.ts
      pull-requests: write # asked for by the job in pipeline.ts
      attestations: write # needed by owner/attest
      id-token: write # needed by owner/attest
`);
});

test("a job without actions and without working copy has no scope at all", () => {
  expect(permissionsIn(render(github, { checkout: false }).files[0]?.text)).toBe("    permissions: {}\n");
});

test("an action that needs an identity token is refused at its place where there is none", () => {
  const step = uses("owner/attest", { "id-token": "write" });
  const { files, diagnostics } = render(gitea, { steps: [step] });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code, origin }) => [code, origin])).toEqual([["CICL5001", step.origin]]);
});

test("a scope that gives a token of Gitea's nothing is refused there", () => {
  const scopes = { contents: "read", issues: "write", packages: "write", actions: "read" } as const;
  expect(render(gitea, { permissions: scopes }).diagnostics).toEqual([]);
  const idle = { discussions: "write", models: "read", "artifact-metadata": "write", statuses: "write" } as const;
  const { diagnostics } = render(gitea, { permissions: idle });
  expect(diagnostics.map(({ code }) => code)).toEqual(Object.keys(idle).map(() => "CICL5001"));
});
