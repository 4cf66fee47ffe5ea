// An unknown activity of GitHub's own event: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";

const triage = job("triage", { steps: [sh`make triage`] });

export default pipeline("hub", {
  // @ts-expect-error the activity is called "opened"
  on: [on.github("issues", { types: ["open"] })],
  stages: [stage("triage", [triage])],
});
