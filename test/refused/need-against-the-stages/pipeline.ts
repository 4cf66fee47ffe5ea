// A need against the order of the stages: refused with CICL2006.
import { job, on, pipeline, sh, stage } from "cicl";

const e2e = job("e2e", { steps: [sh`make e2e`] });
// Only synth knows that the next line needs a job of a later stage, which waits for this one.
const unit = job("unit", { needs: [e2e], steps: [sh`make unit`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit]), stage("try", [e2e])] });
