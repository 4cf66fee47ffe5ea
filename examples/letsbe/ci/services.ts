import { deploy, environment, image, job, runner, secret, sh, upload, when } from "cicl";
import { buildHosts, releaseTools } from "./toolchain.ts";

const registry = "code.letsbe.solutions";
const username = secret("REGISTRY_USERNAME");
const password = secret("REGISTRY_TOKEN");

/** The control plane's development hosts; everything on main goes there by itself. */
const dev = environment("dev", { tier: "development", branches: ["main"] });

const onMain = when.branch("main");

/** A service of the control plane, from its Dockerfile to the development hosts. */
function service(name: string, folder: string) {
  const built = image(`${name}-image`, {
    context: ".",
    dockerfile: `${folder}/Dockerfile`,
    repository: `${registry}/letsbe/${name}`,
    login: { username, password },
    runner: runner.linux(buildHosts),
    timeout: "30m",
  });

  const sbom = job(`${name}-sbom`, {
    when: onMain,
    runner: runner.linux(buildHosts),
    container: releaseTools,
    env: {
      SYFT_REGISTRY_AUTH_AUTHORITY: registry,
      SYFT_REGISTRY_AUTH_USERNAME: username,
      SYFT_REGISTRY_AUTH_PASSWORD: password,
    },
    steps: [
      sh({ name: "Write the SBOM" })`
        syft ${built.repository}@${built.digest} -o cyclonedx-json=sbom.cdx.json -o spdx-json=sbom.spdx.json
      `,
      upload(`${name}-sbom`, { paths: ["sbom.cdx.json", "sbom.spdx.json"], retention: "90d" }),
    ],
  });

  const signature = job(`${name}-signature`, {
    when: onMain,
    runner: runner.linux(buildHosts),
    container: releaseTools,
    env: { COSIGN_PRIVATE_KEY: secret("COSIGN_PRIVATE_KEY"), COSIGN_PASSWORD: secret("COSIGN_PASSWORD") },
    steps: [
      sh({ name: "Sign the digest", env: { REGISTRY_USERNAME: username, REGISTRY_TOKEN: password } })`
        printf '%s' "$REGISTRY_TOKEN" | cosign login ${registry} --username "$REGISTRY_USERNAME" --password-stdin
        cosign sign --yes --key env://COSIGN_PRIVATE_KEY ${built.repository}@${built.digest}
      `,
    ],
  });

  const toDev = deploy(`${name}-dev`, {
    to: dev,
    subject: built.digest,
    when: onMain,
    needs: [sbom, signature],
    runner: runner.linux(buildHosts),
    env: { DEPLOY_KEY: dev.secret("DEPLOY_KEY"), DEPLOY_HOST: dev.variable("DEPLOY_HOST") },
    steps: [
      sh({ name: "Start it on the development hosts" })`
        ./scripts/ci/deploy.sh ${name} ${built.repository}@${built.digest}
      `,
    ],
    concurrency: { group: `dev-${name}` },
    timeout: "15m",
  });

  return { built, sbom, signature, toDev };
}

export const services = [
  service("hub", "apps/hub"),
  service("safety-wrapper", "packages/safety-wrapper"),
  service("provisioner", "packages/provisioner"),
];
