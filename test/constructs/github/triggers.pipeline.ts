/** Triggers: what starts a run. Paths and branches are globs; a schedule may name its zone. */
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make unit`] });

export default pipeline("triggers", {
  on: [
    on.push({ branches: ["main", "release/**"], paths: { include: ["src/**"], exclude: ["**/*.md"] } }),
    on.tag("v*"),
    on.pullRequest({ branches: ["main"], activities: ["opened", "synchronize", "ready_for_review"] }),
    on.mergeQueue(),
    on.schedule("30 4 * * mon-fri", { zone: "Europe/Berlin" }),
    on.manual(),
  ],
  stages: [stage("verify", [unit])],
});
