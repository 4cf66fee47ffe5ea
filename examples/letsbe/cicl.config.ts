import { defineConfig } from "cicl";
import { baseline } from "cicl/policy";

export default defineConfig({
  targets: {
    gitea: { version: "1.27", runner: "3.3" },
    github: {},
    cloudbuild: {
      project: "letsbe-platform",
      region: "europe-west3",
      repository: "letsbe/letsbe",
      serviceAccounts: {
        trusted: "ci-trusted@letsbe-platform.iam.gserviceaccount.com",
        pullRequest: "ci-pull-request@letsbe-platform.iam.gserviceaccount.com",
      },
      bucket: "gs://letsbe-ci",
      pools: { docker: "default", "disposable-vps": "default" },
      variables: { DEV__DEPLOY_HOST: "dev.letsbe.solutions", DISPOSABLE_VPS_HOST: "vps-ci.letsbe.solutions" },
      secrets: {
        REGISTRY_USERNAME: "1",
        REGISTRY_TOKEN: "1",
        COSIGN_PRIVATE_KEY: "1",
        COSIGN_PASSWORD: "1",
        DEV__DEPLOY_KEY: "1",
      },
    },
  },
  policy: baseline(),
});
