import { cloudbuild } from "@cicl/backend-cloudbuild";
import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import type { Backend } from "@cicl/backend-kit";

/** Every target that exists; the first is what a repository without configuration renders for. */
export const backends: readonly Backend[] = [github, gitea, cloudbuild];
