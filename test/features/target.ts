import type { Backend, Pins } from "@cicl/backend-kit";
import { type Synthesis, synthesise } from "@cicl/core";
import type { Pipeline } from "@cicl/model";

/** What a target must be told before it can render anything. */
const needed: Readonly<Record<string, object>> = {
  cloudbuild: {
    project: "example",
    repository: "example/hub",
    serviceAccounts: { trusted: "ci@example.com", pullRequest: "proposals@example.com" },
    bucket: "gs://example-ci",
    secrets: { TOKEN: "1", DEV__TOKEN: "2" },
    variables: { HOST: "example.com", DEV__HOST: "dev.example.com" },
    pools: { docker: "default" },
  },
};

/** The default options of a target, and what has no default. */
export function optionsOf(backend: Backend): unknown {
  const read = backend.options(needed[backend.id] ?? {});
  if (!read.ok) throw new Error(`The default options of ${backend.id} don't hold.`);
  return read.options;
}

/** Every action at one commit; every image at one digest. */
export const somePins: Pins = {
  action: () => ({ version: "v1.2.3", commit: "0123456789abcdef0123456789abcdef01234567" }),
  image: () => `sha256:${"0".repeat(64)}`,
  secret: () => {},
};

/** A policy that asks for nothing. */
export const nothingRequired = {
  policy: { name: "none", requires: [], tokenMaxAgeHours: 24 },
  catalogue: [],
} as const;

/** All that comes of a pipeline for one target with its default options, when no policy asks for anything. */
export function synthesised(backend: Backend, draft: Pipeline<"draft">): Synthesis {
  return synthesise({
    pipelines: [draft],
    // A pipeline that it calls isn't among them.
    partial: true,
    targets: [{ backend, options: optionsOf(backend) }],
    ...nothingRequired,
    facts: { lockfiles: [], dockerfiles: [] },
    pins: somePins,
    version: "0.1",
  });
}
