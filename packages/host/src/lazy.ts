import { createRequire } from "node:module";

// Libraries that few runs need, each loaded by the first one that does: loading takes longer than a whole clean run. The
// build takes the next line out, such that its bundler sees what is required and puts it into the bundle.
const require = createRequire(import.meta.url);

/** Globs with everything that users know of them. */
export function fastGlob(): typeof import("fast-glob") {
  return require("fast-glob");
}

/** Rules of `.gitignore` files, none yet. */
export function ignoreRules(): import("ignore").Ignore {
  return require("ignore")();
}

/** Unified diffs. */
export function diffLibrary(): typeof import("diff") {
  return require("diff");
}

/** Asks GitHub's API. */
export function octokitRest(): typeof import("@octokit/rest") {
  return require("@octokit/rest");
}
