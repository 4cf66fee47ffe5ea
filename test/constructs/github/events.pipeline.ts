/** Events that GitHub alone has: by their own names, with their own activities; `when.github` asks which one it was. */
import { github, job, on, pipeline, sh, stage, when } from "cicl";

const greet = job("greet", {
  checkout: false,
  when: when.github("pull_request_target", "opened"),
  permissions: { "pull-requests": "write" },
  steps: [sh`echo "welcome, ${github.read("github.event.pull_request.user.login")}"`],
});
const publish = job("publish", {
  when: when.github("release"),
  steps: [sh`echo "publish ${github.read("github.event.release.tag_name")}"`],
});
const check = job("check", { when: when.branch("main"), steps: [sh`make check`] });

export default pipeline("events", {
  on: [
    on.push({ github: { "branches-ignore": ["dependabot/**"] } }),
    on.pullRequest({ activities: ["opened", "synchronize"], github: { types: ["enqueued"] } }),
    on.github("release", { types: ["published"] }),
    on.github("pull_request_target", {
      types: ["opened"],
      reason: "Greets whoever opens a pull request; nothing of it is checked out or run.",
    }),
    on.github("workflow_run", {
      workflows: ["triggers"],
      types: ["completed"],
      reason: "Reports how another workflow ended; no file of its run is read.",
    }),
    on.github("repository_dispatch", { types: ["rebuild"] }),
  ],
  stages: [stage("all", [greet, publish, check])],
});
