import { job, on, pipeline, setup, sh, stage } from "cicl";

const node = setup.node({ version: "22", packages: "pnpm" });

const lintTest = job("lint-test", {
  steps: [node, sh`pnpm lint && pnpm typecheck`, sh`pnpm test:unit`],
});

const securityPolicy = job("security-policy", {
  steps: [
    node,
    sh`pnpm test:security-invariants`,
    sh`./scripts/ci/check-banned-references.sh`,
    sh`./scripts/ci/check-no-plaintext-secrets.sh`,
  ],
});

export default pipeline("pr-checks", {
  on: [on.pullRequest()],
  stages: [stage("checks", [lintTest, securityPolicy])],
});
