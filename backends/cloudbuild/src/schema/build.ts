import { z } from "zod";
import { artifacts } from "./artifacts.ts";
import { duration, flag, int64, text, textMap, texts } from "./basics.ts";
import { buildOptions } from "./options.ts";
import { buildStep } from "./step.ts";

/** What is fetched into the workspace before the first step. */
const dependency = z.strictObject({
  empty: flag.exactOptional(),
  gitSource: z
    .strictObject({
      repository: z.strictObject({ url: text.exactOptional(), developerConnect: text.exactOptional() }),
      revision: text,
      destPath: text,
      depth: int64.exactOptional(),
      recurseSubmodules: flag.exactOptional(),
      fetchTags: flag.exactOptional(),
    })
    .exactOptional(),
  genericArtifact: z.strictObject({ resource: text, destPath: text }).exactOptional(),
});

/** Secrets come from Secret Manager alone: keys wrapped into the file can't be changed without changing the file. */
const availableSecrets = z.strictObject({
  secretManager: z.array(z.strictObject({ versionName: text, env: text })),
});

/**
 * A build's configuration file. It holds what a file may contain: neither what Google fills in, nor the source, which
 * the trigger states. Rules that no type expresses are `checkBuild`'s.
 */
export const buildSchema = z.strictObject({
  steps: z.array(buildStep),
  timeout: duration.exactOptional(),
  queueTtl: duration.exactOptional(),
  images: texts.exactOptional(),
  artifacts: artifacts.exactOptional(),
  substitutions: textMap.exactOptional(),
  tags: texts.exactOptional(),
  logsBucket: text.exactOptional(),
  serviceAccount: text.exactOptional(),
  availableSecrets: availableSecrets.exactOptional(),
  dependencies: z.array(dependency).exactOptional(),
  gitConfig: z.strictObject({ http: z.strictObject({ proxySecretVersionName: text }).exactOptional() }).exactOptional(),
  options: buildOptions.exactOptional(),
});

/** A build's configuration file, as data. */
export type Build = z.infer<typeof buildSchema>;
