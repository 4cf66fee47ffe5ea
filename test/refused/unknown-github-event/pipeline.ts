// An unknown event of GitHub's own: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";

const triage = job("triage", { steps: [sh`make triage`] });

export default pipeline("hub", {
  // @ts-expect-error the event is called "issue_comment"
  on: [on.github("issue_coment")],
  stages: [stage("triage", [triage])],
});
