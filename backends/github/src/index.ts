import { lowerWorkflow, unknownKeys } from "@cicl/actions-tree";
import { type Backend, defineBackend } from "@cicl/backend-kit";
import { capabilities } from "./capabilities.ts";
import { actionsFolder, dialect, workflowsFolder } from "./dialect.ts";
import { fileBytes, fileLimits } from "./limits/file.ts";
import { pipelineLimits } from "./limits/pipeline.ts";
import { readOptions } from "./options.ts";
import { settingsOf } from "./settings.ts";
import { actionShape, githubShape } from "./shape.ts";
import { staticKeys } from "./static-keys.ts";
import { strangersCommits } from "./strangers.ts";

export type { GitHubOptions } from "./options.ts";

const title = "GitHub Actions";

/** Renders pipelines for GitHub Actions: one workflow each. */
export const github: Backend = defineBackend({
  id: "github",
  title,
  folders: [workflowsFolder, actionsFolder],
  fileBytes,
  options: readOptions,
  capabilities: () => capabilities,
  lower: (pipeline, context) => {
    const lowered = lowerWorkflow(pipeline, dialect(context.options), context);
    return {
      ...lowered,
      settings: settingsOf(pipeline),
      diagnostics: [
        ...pipelineLimits(pipeline),
        ...staticKeys(pipeline),
        ...strangersCommits(pipeline),
        ...lowered.diagnostics,
      ],
    };
  },
  validate: (file) => {
    const shape = file.path.startsWith(`${actionsFolder}/`) ? actionShape : githubShape;
    return [...unknownKeys(file, shape, { id: "github", title }), ...fileLimits(file)];
  },
});
