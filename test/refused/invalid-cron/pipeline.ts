// An invalid schedule: refused with CICL2010.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make unit`] });

export default pipeline("hub", {
  // Only synth knows that the next line names an hour that no day has.
  on: [on.schedule("0 25 * * *")],
  stages: [stage("verify", [unit])],
});
