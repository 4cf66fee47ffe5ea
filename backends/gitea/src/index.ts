import { lowerWorkflow, unknownKeys } from "@cicl/actions-tree";
import { type Backend, defineBackend } from "@cicl/backend-kit";
import { capabilities } from "./capabilities.ts";
import { dialect } from "./dialect.ts";
import { readOptions } from "./options.ts";
import { refusals } from "./refusals.ts";
import { settingsOf } from "./settings.ts";
import { giteaShape } from "./shape.ts";

export type { GiteaOptions } from "./options.ts";

const title = "Gitea Actions";

/** Renders pipelines for Gitea Actions: one workflow each. */
export const gitea: Backend = defineBackend({
  id: "gitea",
  title,
  folders: [".gitea/workflows"],
  options: readOptions,
  capabilities,
  lower: (pipeline, context) => {
    const lowered = lowerWorkflow(pipeline, dialect(context.options), context);
    return {
      ...lowered,
      settings: settingsOf(pipeline),
      diagnostics: [...refusals(pipeline), ...lowered.diagnostics],
    };
  },
  validate: (file) => unknownKeys(file, giteaShape, { id: "gitea", title }),
});
