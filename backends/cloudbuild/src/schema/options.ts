import { z } from "zod";
import { flag, int64, text, texts } from "./basics.ts";
import { volume } from "./step.ts";

/** What holds for all steps of a build. Left out: deprecated machines and pools, and names that mean "not stated". */
export const buildOptions = z.strictObject({
  machineType: z.enum(["E2_MEDIUM", "E2_STANDARD_2", "E2_HIGHCPU_8", "E2_HIGHCPU_32"]).exactOptional(),
  diskSizeGb: int64.exactOptional(),
  pool: z.strictObject({ name: text }).exactOptional(),
  workerRelease: text.exactOptional(),
  logging: z.enum(["LEGACY", "GCS_ONLY", "CLOUD_LOGGING_ONLY", "NONE"]).exactOptional(),
  logStreamingOption: z.enum(["STREAM_DEFAULT", "STREAM_ON", "STREAM_OFF"]).exactOptional(),
  defaultLogsBucketBehavior: z.enum(["REGIONAL_USER_OWNED_BUCKET", "LEGACY_BUCKET"]).exactOptional(),
  env: texts.exactOptional(),
  secretEnv: texts.exactOptional(),
  volumes: z.array(volume).exactOptional(),
  substitutionOption: z.enum(["MUST_MATCH", "ALLOW_LOOSE"]).exactOptional(),
  dynamicSubstitutions: flag.exactOptional(),
  automapSubstitutions: flag.exactOptional(),
  requestedVerifyOption: z.enum(["NOT_VERIFIED", "VERIFIED"]).exactOptional(),
  sourceProvenanceHash: z
    .array(z.enum(["NONE", "SHA256", "MD5", "GO_MODULE_H1", "SHA512", "DIRSUM_SHA256"]))
    .exactOptional(),
  pubsubTopic: text.exactOptional(),
  enableStructuredLogging: flag.exactOptional(),
});
