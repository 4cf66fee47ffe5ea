// A job's id given twice: refused with CICL2002.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make unit`] });
// Only synth knows that the next line gives an id for the second time.
const again = job("unit", { steps: [sh`make unit-again`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit, again])] });
