import type { CloudBuildOptions } from "@cicl/backend-cloudbuild";
import type { GiteaOptions } from "@cicl/backend-gitea";
import type { GitHubOptions } from "@cicl/backend-github";
import { markConfig } from "@cicl/host";
import type { Policy } from "@cicl/model";

/** What `cicl.config.ts` says; every key may be left out. */
export interface Config {
  /** What to render for, with each target's options; GitHub alone when it is left out. */
  readonly targets?: {
    readonly github?: GitHubOptions;
    readonly gitea?: GiteaOptions;
    readonly cloudbuild?: CloudBuildOptions;
  };
  /** What is demanded of every pipeline; the baseline when it is left out. */
  readonly policy?: Policy;
  /** Globs of pipeline files relative to the root, in place of `pipeline.ts` and `*.pipeline.ts` anywhere. */
  readonly pipelines?: readonly string[];
  /** Globs of what is never looked at, beside `node_modules`, hidden folders and other roots. */
  readonly exclude?: readonly string[];
}

/** Declares the configuration; to be exported by default from `cicl.config.ts`, whose folder is then a root. */
export function defineConfig(config: Config): Config {
  return markConfig(config);
}
