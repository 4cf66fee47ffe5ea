import { error } from "@cicl/diagnostics";
import type { Scope } from "./scope.ts";

/**
 * The service account of a build, in full. Pull requests have one of their own: they bring their own build file along,
 * so whatever the account can read they can read.
 */
export function accountOf({
  event,
  options,
  pipeline,
  report,
}: Pick<Scope, "event" | "options" | "pipeline" | "report">): string {
  const which = event === "pull-request" ? "pullRequest" : "trusted";
  const email = options.serviceAccounts[which];
  const missing = [
    ...(options.project === undefined ? ["project"] : []),
    ...(email === undefined ? [`serviceAccounts.${which}`] : []),
  ];
  for (const option of missing) {
    report(
      error(
        "CICL5006",
        {
          what: `The option ${option} of cloudbuild is missing.`,
          why: "Without it builds would run as an account that nobody chose.",
          fix: `Add it in cicl.config.ts, under cloudbuild.`,
        },
        { origin: pipeline.origin, target: "cloudbuild" },
      ),
    );
  }
  return `projects/${options.project ?? ""}/serviceAccounts/${email ?? ""}`;
}
