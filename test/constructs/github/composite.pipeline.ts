/** Composite actions: steps under a name, rendered to an action of the repository; used like any other typed action. */
import { action, input, job, on, pipeline, sh, stage, uses } from "cicl";

const prepare = action("prepare", {
  description: "Installs the tools at a version.",
  inputs: { version: input.string({ required: true }), cold: input.boolean({ default: false }) },
  steps: ({ version, cold }) => [
    sh`make tools VERSION=${version} COLD=${cold}`,
    uses("actions/labeler", { with: { "sync-labels": true } }),
  ],
});

const build = job("build", { steps: [prepare({ version: "1.4.0" }), sh`make build`] });
const test = job("test", { steps: [prepare({ version: "1.4.0", cold: true }), sh`make test`] });

export default pipeline("composite", { on: [on.pullRequest()], stages: [stage("all", [build, test])] });
