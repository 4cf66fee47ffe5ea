/** Time, tries and turns: timeouts, permissions, groups that don't overlap, machines of one's own. */
import { branch, job, on, pipeline, runner, sh, stage, template } from "cicl";

const nightly = job("nightly", {
  runner: runner.linux({ labels: ["gpu"] }),
  timeout: "90m",
  permissions: { packages: "write" },
  concurrency: { group: template`nightly-${branch.name}`, cancelInProgress: true },
  steps: [sh({ name: "Long test", timeout: "60m", allowFailure: true })`make long-test`],
});

export default pipeline("limits", { on: [on.schedule("0 2 * * *")], stages: [stage("verify", [nightly])] });
