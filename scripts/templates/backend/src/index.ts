import { type Backend, defineBackend } from "@cicl/backend-kit";
import { capabilities } from "./capabilities.ts";
import { folder, lower, validate } from "./lower.ts";
import { readOptions } from "./options.ts";

export type { __Name__Options } from "./options.ts";

/** Renders pipelines for __Title__. */
export const __name__: Backend = defineBackend({
  id: "__id__",
  title: "__Title__",
  folders: [folder],
  options: readOptions,
  capabilities: () => capabilities,
  lower,
  validate,
});
