import type { Pins } from "@cicl/backend-kit";
import type { Origin } from "@cicl/diagnostics";
import { brand, type Job, type Pipeline, type ScriptStep, type Trigger } from "@cicl/model";
import { jobOf, scriptOf } from "../../../test/random/build.ts";
import { lower } from "./lower.ts";
import { type CloudBuildOptions, readOptions } from "./options.ts";
import { plainOf } from "./plain.ts";

export const origin: Origin = { file: "pipeline.ts", line: 1, column: 1 };

export const push: Trigger = { kind: "push", origin, branches: ["main"] };
export const tag: Trigger = { kind: "tag", origin, tags: ["v*"] };
export const pullRequest: Trigger = { kind: "pull-request", origin };

/** Options with all that has no default. */
export const complete: CloudBuildOptions = {
  project: "example",
  repository: "example/hub",
  serviceAccounts: { trusted: "ci@example.com", pullRequest: "proposals@example.com" },
  bucket: "gs://example-ci",
};

export function script(text: string, overrides: Partial<ScriptStep> = {}): ScriptStep {
  return scriptOf(text, { origin, ...overrides });
}

export function job(id: string, overrides: Partial<Job<"gated">> = {}): Job<"gated"> {
  return { ...jobOf(id, { origin, steps: [script(`echo ${id}`)] }), edges: [], timeoutMinutes: 60, ...overrides };
}

export function pipelineOf(
  jobs: readonly Job<"gated">[],
  overrides: Partial<Pick<Pipeline, "triggers" | "environments" | "env" | "source">> = {},
): Pipeline<"gated"> {
  return brand<"gated">({
    phase: "gated",
    name: "hub",
    source: "pipeline.ts",
    origin,
    triggers: [push],
    stages: [{ name: "main", origin }],
    jobs,
    environments: [],
    env: [],
    required: [],
    ...overrides,
  });
}

/** A step of a rendered build. */
export interface RenderedStep {
  readonly id: string;
  readonly name: string;
  readonly waitFor: readonly string[];
  readonly env?: readonly string[];
  readonly secretEnv?: readonly string[];
  readonly script: string;
}

const somewhere: Pins["image"] = () => `sha256:${"0".repeat(64)}`;

/** A pipeline's files as data by their paths, and the codes of the errors. */
export function rendered(
  pipeline: Pipeline<"gated">,
  options: CloudBuildOptions = complete,
  image: Pins["image"] = somewhere,
) {
  const read = readOptions(options);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { files, diagnostics, settings } = lower(pipeline, {
    options: read.options,
    pins: { action: () => undefined, secret: () => {}, image },
  });
  const data = new Map(files.map((file) => [file.path, plainOf(file.tree)]));
  return {
    paths: [...data.keys()],
    file: (path: string): unknown => data.get(path),
    steps: (path: string) => (data.get(path) as { readonly steps: readonly RenderedStep[] }).steps,
    errors: diagnostics
      .filter((diagnostic) => diagnostic.severity === "error")
      .map(({ code, what }) => `${code} ${what}`),
    settings,
  };
}
