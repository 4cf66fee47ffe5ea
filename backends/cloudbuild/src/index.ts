import { type Backend, defineBackend } from "@cicl/backend-kit";
import { capabilities } from "./capabilities.ts";
import { lower } from "./lower.ts";
import { readOptions } from "./options.ts";
import { validate } from "./validate.ts";

export type { CloudBuildOptions } from "./options.ts";

/** Renders pipelines for Google Cloud Build: a build and a trigger for each event. */
export const cloudbuild: Backend = defineBackend({
  id: "cloudbuild",
  title: "Cloud Build",
  folders: ["cloudbuild"],
  quotes: "always",
  options: readOptions,
  capabilities: () => capabilities,
  lower,
  validate,
});
