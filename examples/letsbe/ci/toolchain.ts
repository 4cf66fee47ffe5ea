import { setup } from "cicl";

/** Node and the dependencies that pnpm-lock.yaml names. */
export const node = setup.node({ version: "22", packages: "pnpm" });

/** Everything for images: docker, syft, cosign and node; kept by the platform team. */
export const releaseTools = "code.letsbe.solutions/platform/release-tools:1.4.0";

/** Runners of our own that can build images. */
export const buildHosts = { labels: ["docker"] } as const;
