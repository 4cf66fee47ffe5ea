import { expect, test } from "vitest";
import { repository } from "./repository.ts";

const pipelineText = `import { job, on, pipeline, secret, sh, stage } from "cicl";

const publish = job("publish", { env: { TOKEN: secret("TOKEN") }, steps: [sh\`./publish.sh\`] });

export default pipeline("hub", { on: [on.push({ branches: ["main"] })], stages: [stage("publish", [publish])] });
`;

const config = (version: string): string => `import { defineConfig } from "cicl";

export default defineConfig({
  targets: {
    cloudbuild: {
      project: "hub",
      repository: "example/hub",
      serviceAccounts: { trusted: "ci@example.com", pullRequest: "proposals@example.com" },
      bucket: "gs://hub-ci",
      pools: { docker: "default" },
      secrets: { TOKEN: "${version}" },
    },
  },
});
`;

test("the lock follows the version of a secret, and one that says otherwise is drift", () => {
  const repo = repository({ "pipeline.ts": pipelineText, "cicl.config.ts": config("3") });
  expect(repo.cicl("synth")).toMatchObject({ code: 0 });
  const pin = (version: string): string => `"projects/hub/secrets/TOKEN": { "version": "${version}" }`;
  expect(repo.read("cicl.lock")).toContain(pin("3"));
  repo.write("cicl.config.ts", config("4"));
  const drift = repo.cicl("check");
  expect(drift.code).toBe(1);
  expect(drift.out).toContain(`+    ${pin("4")}`);
  expect(repo.cicl("synth").code).toBe(0);
  expect(repo.read("cicl.lock")).toContain(pin("4"));
  repo.write("cicl.lock", repo.read("cicl.lock").replace(pin("4"), pin("5")));
  expect(repo.cicl("check").code).toBe(1);
});
