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

/** The database runs inside the test process, so that these tests need nothing but node on every engine. */
export const integrationTests = job("integration-tests", {
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
