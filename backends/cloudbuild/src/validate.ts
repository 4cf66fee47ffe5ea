import type { LoweredFile } from "@cicl/backend-kit";
import { type Diagnostic, error } from "@cicl/diagnostics";
import { originAt, plainOf } from "./plain.ts";
import { checkBuild, checkTrigger } from "./schema/check.ts";

/** What Cloud Build's triggers for pull requests add to the substitutions of every build. */
const ofPullRequests = ["_PR_NUMBER", "_HEAD_BRANCH", "_BASE_BRANCH", "_HEAD_REPO_URL"];

/** Checks a finished file against Cloud Build's rules. */
export function validate(file: LoweredFile): readonly Diagnostic[] {
  const data = plainOf(file.tree);
  const problems = file.path.startsWith("cloudbuild/triggers/")
    ? checkTrigger(data)
    : checkBuild(data, { substitutions: ofPullRequests });
  return problems.map(({ code, path, what, why, fix }) => {
    const origin = originAt(file.tree, path);
    return error(code, { what, why, fix }, { target: "cloudbuild", file: file.path, ...(origin ? { origin } : {}) });
  });
}
