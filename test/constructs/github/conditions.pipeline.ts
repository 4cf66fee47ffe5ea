/** Conditions: a typed tree of facts about the run. A comparison never holds for what is missing. */
import { job, on, pipeline, sh, stage, when } from "cicl";

const release = when.and(when.branch("main"), when.not(when.event("schedule")));
const unit = job("unit", { steps: [sh`make unit`, sh({ runs: "always" })`make clean`] });
const publish = job("publish", { when: when.or(release, when.event("tag")), steps: [sh`make publish`] });

export default pipeline("conditions", {
  on: [on.push({ branches: ["main"] }), on.tag("v*"), on.schedule("0 4 * * 1"), on.pullRequest()],
  stages: [stage("verify", [unit]), stage("publish", [publish])],
});
