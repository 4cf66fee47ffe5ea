import { lowerWorkflow, unknownKeys } from "@cicl/actions-tree";
import { type Backend, defineBackend } from "@cicl/backend-kit";
import { capabilities } from "./capabilities.ts";
import { dialect } from "./dialect.ts";
import { fileBytes, fileLimits } from "./limits/file.ts";
import { pipelineLimits } from "./limits/pipeline.ts";
import { readOptions } from "./options.ts";
import { settingsOf } from "./settings.ts";
import { githubShape } from "./shape.ts";
import { staticKeys } from "./static-keys.ts";

export type { GitHubOptions } from "./options.ts";

const title = "GitHub Actions";

/** Renders pipelines for GitHub Actions: one workflow each. */
export const github: Backend = defineBackend({
  id: "github",
  title,
  folders: [".github/workflows"],
  fileBytes,
  options: readOptions,
  capabilities: () => capabilities,
  lower: (pipeline, context) => {
    const lowered = lowerWorkflow(pipeline, dialect(context.options), context);
    return {
      ...lowered,
      settings: settingsOf(pipeline),
      diagnostics: [...pipelineLimits(pipeline), ...staticKeys(pipeline), ...lowered.diagnostics],
    };
  },
  validate: (file) => [...unknownKeys(file, githubShape, { id: "github", title }), ...fileLimits(file)],
});
