/** Expressions: GitHub's contexts and functions as typed values; what a place doesn't know is refused. */
import { github, job, on, pipeline, sh, stage, template, variable, when } from "cicl";

const plan = job("plan", {
  outputs: { legs: sh`echo 'legs={"node":[20,22]}' >> "$CICL_OUTPUT"` },
  steps: [],
});
const legs = job("legs", {
  github: { strategy: { matrix: github.fromJSON(plan.outputs.legs) } },
  steps: [sh`echo "node ${github.read("matrix.node")}"`],
});
const values = job("values", {
  when: when.or(github.contains(github.read("github.event.head_commit.message"), "[full]"), when.tag("v**")),
  env: {
    TIER: github.choose(when.tag("v**"), "production", when.branch("main"), "staging", "none"),
    HOST: github.format("{0}.example.com", variable("TIER")),
    TEAMS: github.join(github.fromJSON(variable("TEAMS")), " "),
    LIMITS: github.toJSON(github.member(github.fromJSON(variable("LIMITS")), "cpu")),
  },
  steps: [
    sh`echo "${github.hashFiles("**/go.sum")} in ${github.read("runner.temp")}"`,
    sh({
      when: when.not(github.startsWith(github.read("runner.name"), "local-")),
      runs: "always",
    })`echo "ended as ${github.read("job.status")}"`,
  ],
});

export default pipeline("expressions", {
  on: [on.push({ branches: ["main"] }), on.tag("v*")],
  concurrency: template`${github.read("github.workflow")}-${github.read("github.ref_type")}`,
  stages: [stage("plan", [plan]), stage("run", [legs, values])],
});
