import { container, job, sh } from "cicl";
import { node } from "./toolchain.ts";

/** The checks of the whole repository, the same on pull requests and on main. */
export const lintTypecheck = job("lint-typecheck", {
  steps: [node, sh`pnpm lint && pnpm typecheck`],
});

export const unitTests = job("unit-tests", {
  steps: [node, sh`pnpm test:unit --reporter=junit --coverage`],
  reports: {
    junit: "reports/unit-*.xml",
    coverage: { file: "coverage/lcov.info", minimum: 80 },
  },
});

export const integrationTests = job("integration-tests", {
  container: "node:22-bookworm",
  services: {
    db: {
      image: "postgres:16.4",
      env: { POSTGRES_PASSWORD: "only-for-tests" },
      health: { command: "pg_isready -U postgres", interval: "5s", retries: 10 },
    },
  },
  env: { DATABASE_URL: "postgres://postgres:only-for-tests@db:5432/postgres" },
  steps: [node, sh`pnpm test:integration --reporter=junit`],
  reports: { junit: "reports/integration-*.xml" },
  timeout: "30m",
});

export const contractTests = job("contract-tests", {
  steps: [node, sh`pnpm test:contract --reporter=junit`],
  reports: { junit: "reports/contract-*.xml" },
});

/** Static analysis with the rules of this repository; dependencies and secrets are scanned by the baseline's gates. */
export const sast = job("sast", {
  steps: [
    container("semgrep/semgrep:1.145.0", {
      args: [
        "semgrep",
        "scan",
        "--error",
        "--metrics=off",
        "--config",
        "security/semgrep",
        "--sarif-output=semgrep.sarif",
      ],
    }),
  ],
  reports: { sarif: "semgrep.sarif" },
});

export const policyChecks = job("policy-checks", {
  steps: [sh`./scripts/ci/check-banned-references.sh`, sh`./scripts/ci/check-no-plaintext-secrets.sh`],
});

export const checks = [lintTypecheck, unitTests, integrationTests, contractTests, sast, policyChecks];
