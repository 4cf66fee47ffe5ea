/** A part of GitHub's schema that nothing is rendered to, on purpose. */
interface Absence {
  /** The parts, as the walk over the schema names them. */
  readonly what: RegExp;
  readonly because: string;
}

/** All that the schema holds and cicl never writes; everything else has a construct. */
export const absences: readonly Absence[] = [
  {
    what: /^(?!input-type)[a-z-]+-string=/,
    because: "An event may stand as a word alone; cicl always writes the map, which says the same.",
  },
  {
    what: /\.(paths|tags)-ignore$/,
    because:
      "Excluded paths are written among the included ones with an exclamation mark; on.tag names the tags that start a run.",
  },
  {
    what: /^on-mapping-strict\.pull_request_comment$/,
    because: "GitHub never starts a run for it: comments on pull requests are the event issue_comment.",
  },
  {
    what: /^workflow-call-secret-mapping-definition\.description$/,
    because: "A secret is declared by its name, which says what it is.",
  },
  {
    what: /^workflow-root-strict\.env$/,
    because: "Variables of a pipeline stand on each job: gates must not have them.",
  },
  {
    what: /^(workflow-defaults-run\.working-directory|job-factory\.defaults|job-defaults\.run|job-defaults-run\..+)$/,
    because: "Shell and folder stand on each step, so that a step means the same wherever it stands.",
  },
  {
    what: /^permission-level-(no-access=none|shorthand-(read|write)-all=.+)$/,
    because: "A job has the scopes that it names and no other: all of them at once, or none by name, is never needed.",
  },
  {
    what: /^(wait|wait-all|cancel)-step\.id$/,
    because: "Such a step has no output that anything could read.",
  },
  {
    what: /^workflow-job-secrets-inherit=inherit$/,
    because: "A called workflow is handed the secrets that it declares, and no other.",
  },
];
