/** Stages and needs: a job waits for the stage before, unless it states its needs; nothing runs behind a failure. */
import { job, on, pipeline, sh, stage } from "cicl";

const lint = job("lint", { steps: [sh`make lint`] });
const unit = job("unit", { steps: [sh`make unit`] });
const build = job("build", { steps: [sh`make build`] });
const docs = job("docs", { needs: [lint], steps: [sh`make docs`] });
const notify = job("notify", { runs: "on-failure", steps: [sh`./notify.sh`] });

export default pipeline("stages", {
  on: [on.push({ branches: ["main"] })],
  stages: [stage("verify", [lint, unit]), stage("build", [build, docs]), stage("report", [notify])],
});
