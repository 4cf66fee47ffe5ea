/** Cloud Build's limits. Where sources differ in age, the smaller number stands: it is safe under both. */
export const limits = {
  steps: 300,
  argumentsOfStep: 100,
  /** Characters, after substitution. */
  argument: 10_000,
  /** Characters; no figure is published, so the one of arguments is used. */
  script: 10_000,
  envOfStep: 100,
  /** Characters. */
  envValue: 1000,
  /** Characters of an image's reference, and of a folder. */
  name: 1000,
  exitCode: 255,
  substitutions: 200,
  /** Bytes. */
  substitutionKey: 100,
  /** Bytes. */
  substitutionValue: 4000,
  /** Seconds: one day. */
  buildTimeout: 86_400,
  /** Seconds, where a build states none. */
  defaultBuildTimeout: 3600,
  secrets: 100,
  tags: 64,
  images: 100,
  artifactPaths: 100,
  /** Gigabytes. */
  disk: 4000,
} as const;
