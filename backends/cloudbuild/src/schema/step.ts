import { z } from "zod";
import { duration, flag, text, texts } from "./basics.ts";

/** A folder that outlives the step and is seen by each step that names it. */
export const volume = z.strictObject({ name: text, path: text });

/** One container of a build. Left out: what Google itself fills in, and `results`, which no documentation promises. */
export const buildStep = z.strictObject({
  name: text,
  id: text.exactOptional(),
  entrypoint: text.exactOptional(),
  args: texts.exactOptional(),
  script: text.exactOptional(),
  env: texts.exactOptional(),
  secretEnv: texts.exactOptional(),
  dir: text.exactOptional(),
  waitFor: texts.exactOptional(),
  volumes: z.array(volume).exactOptional(),
  timeout: duration.exactOptional(),
  allowFailure: flag.exactOptional(),
  allowExitCodes: z.array(z.int()).exactOptional(),
  automapSubstitutions: flag.exactOptional(),
});
